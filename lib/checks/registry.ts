import { accountsHaveTwelveDigits } from './accounts-have-twelve-digits';
import { alertsHearOfTheOperator } from './alerts-hear-of-the-operator';
import { alertsLinkToTheirRunbooks } from './alerts-link-to-their-runbooks';
import { alertsWaitForDurations } from './alerts-wait-for-durations';
import { annotatedRolesExist } from './annotated-roles-exist';
import { arnsOfExistingEntriesAreFull } from './arns-of-existing-entries-are-full';
import { azureIdsAreUuids } from './azure-ids-are-uuids';
import { backendsHaveACluster } from './backends-have-a-cluster';
import { bundlesAreWritten } from './bundles-are-written';
import { bundlesHaveKeys } from './bundles-have-keys';
import { cataloguesHaveBundles } from './catalogues-have-bundles';
import { certificateAuthoritiesAreCertificates } from './certificate-authorities-are-certificates';
import { certificateAuthoritiesAreWhereTheirStoreLooks } from './certificate-authorities-are-where-their-store-looks';
import type { Check, OutputCheck, PlanCheck } from './check';
import { clusterNamesFitEks } from './cluster-names-fit-eks';
import { clusterStoresNameTheirNamespaces } from './cluster-stores-name-their-namespaces';
import { clusterSyncNamesAreUnique } from './cluster-sync-names-are-unique';
import { clusterSyncNamesFitAFinalizer } from './cluster-sync-names-fit-a-finalizer';
import { clustersAreDescribedOnce } from './clusters-are-described-once';
import { clustersOfAnArgoCdAreApart } from './clusters-of-an-argo-cd-are-apart';
import { clustersOfAnEnvironmentAreAllDeployedTo } from './clusters-of-an-environment-are-all-deployed-to';
import { clustersOfAnEnvironmentRenderAlike } from './clusters-of-an-environment-render-alike';
import { clustersReadOneAws } from './clusters-read-one-aws';
import { composedKeysNameAField } from './composed-keys-name-a-field';
import { composedKeysUseRequiredFields } from './composed-keys-use-required-fields';
import { constructIdsAreUnique } from './construct-ids-are-unique';
import { consumersDoNotRunAsTheReader } from './consumers-do-not-run-as-the-reader';
import { consumersReadKeysThatExist } from './consumers-read-keys-that-exist';
import { consumersShareTheNamespaceOfTheirSecret } from './consumers-share-the-namespace-of-their-secret';
import { containersAreDnsLabels } from './containers-are-dns-labels';
import { dedicatedOperatorsFindTheirNamespace } from './dedicated-operators-find-their-namespace';
import { deletionPoliciesAreAccepted } from './deletion-policies-are-accepted';
import { deploymentsHaveTheirOwnNames } from './deployments-have-their-own-names';
import { destinationsAreOfArgoCd } from './destinations-are-of-argo-cd';
import { devValuesArePlaceholders } from './dev-values-are-placeholders';
import { devValuesHaveTheirShape } from './dev-values-have-their-shape';
import { distIsUpToDate } from './dist-is-up-to-date';
import { eksClustersReadWithoutAccessKeys } from './eks-clusters-read-without-access-keys';
import { embeddedSecretsFitTheirLimit } from './embedded-secrets-fit-their-limit';
import { embeddedValuesStayInDev } from './embedded-values-stay-in-dev';
import { entriesAreKeptInOneBackend } from './entries-are-kept-in-one-backend';
import { entriesAreManagedOnce } from './entries-are-managed-once';
import { entriesArePushedOnce } from './entries-are-pushed-once';
import { entriesAreRead } from './entries-are-read';
import { entriesAreRetained } from './entries-are-retained';
import { entryIdsArePlain } from './entry-ids-are-plain';
import { entryNamesDoNotEndLikeASuffix } from './entry-names-do-not-end-like-a-suffix';
import { entryNamesFitParameterStore } from './entry-names-fit-parameter-store';
import { entryNamesFitSecretsManager } from './entry-names-fit-secrets-manager';
import { entryNamesFitVault } from './entry-names-fit-vault';
import { environmentNamesAreUnique } from './environment-names-are-unique';
import { environmentsListAClusterOnce } from './environments-list-a-cluster-once';
import { existingEntriesAreReachable } from './existing-entries-are-reachable';
import { existingEntriesBelongToOneTier } from './existing-entries-belong-to-one-tier';
import { expiryDatesAreDates } from './expiry-dates-are-dates';
import { featuresFitTheOperator } from './features-fit-the-operator';
import { fieldsAreKnown } from './fields-are-known';
import { findsArePossible } from './finds-are-possible';
import { generatedValuesAreCreatedOnce } from './generated-values-are-created-once';
import { generatedValuesAreHardToGuess } from './generated-values-are-hard-to-guess';
import { generatedValuesHaveTheirShape } from './generated-values-have-their-shape';
import { generatorsAndProvidersFitTheOperator } from './generators-and-providers-fit-the-operator';
import { generatorsAreInTheirNamespace } from './generators-are-in-their-namespace';
import { gitopsIntervalsAreDurations } from './gitops-intervals-are-durations';
import { gitopsIsDescribedOnce } from './gitops-is-described-once';
import { gitopsNamesAreDnsLabels } from './gitops-names-are-dns-labels';
import { gitopsPathsStayInTheRepository } from './gitops-paths-stay-in-the-repository';
import { gitopsRepositoriesAreUrls } from './gitops-repositories-are-urls';
import { grantsCoverEveryReadAndNothingMore } from './grants-cover-every-read-and-nothing-more';
import { grantsCoverEveryWriteAndNothingMore } from './grants-cover-every-write-and-nothing-more';
import { identitiesFitTheirBackend } from './identities-fit-their-backend';
import { immutableSecretsAreCreatedOnce } from './immutable-secrets-are-created-once';
import { irsaClustersHaveAnIssuer } from './irsa-clusters-have-an-issuer';
import { keyVaultFieldsAreRequired } from './key-vault-fields-are-required';
import { keyVaultGrantsCoverEveryReadAndNothingMore } from './key-vault-grants-cover-every-read-and-nothing-more';
import { keyVaultNamesFit } from './key-vault-names-fit';
import { kmsKeysAreInTheRegionOfTheirEntries } from './kms-keys-are-in-the-region-of-their-entries';
import { kmsKeysAreMadeOnce } from './kms-keys-are-made-once';
import { kmsKeysAreWellFormed } from './kms-keys-are-well-formed';
import { labelsOfMonitoringAreValid } from './labels-of-monitoring-are-valid';
import { managedEntriesAreReadByName } from './managed-entries-are-read-by-name';
import { managedIdentitiesHaveOneOwner } from './managed-identities-have-one-owner';
import { manifestsUseServedVersions } from './manifests-use-served-versions';
import { namesReferToSomething } from './names-refer-to-something';
import { namespaceSelectorsSelectByLabels } from './namespace-selectors-select-by-labels';
import { namespacesAreDnsLabels } from './namespaces-are-dns-labels';
import { namespacesHaveOneOwner } from './namespaces-have-one-owner';
import { noValueLeavesItsSecret } from './no-value-leaves-its-secret';
import { objectNamesAreDnsSubdomains } from './object-names-are-dns-subdomains';
import { objectsAreWrittenOnce } from './objects-are-written-once';
import { oidcIssuersAreWellFormed } from './oidc-issuers-are-well-formed';
import { oidcIssuersBelongToOneCluster } from './oidc-issuers-belong-to-one-cluster';
import { oidcIssuersMatchTheirRegion } from './oidc-issuers-match-their-region';
import { operatorResourcesAreQuantities } from './operator-resources-are-quantities';
import { operatorResourcesFitTheirLimits } from './operator-resources-fit-their-limits';
import { operatorResourcesHaveKnownNames } from './operator-resources-have-known-names';
import { operatorServiceAccountsAreLeftToTheirChart } from './operator-service-accounts-are-left-to-their-chart';
import { operatorValuesKeepWhatIsPlanned } from './operator-values-keep-what-is-planned';
import { operatorVersionsAreKnown } from './operator-versions-are-known';
import { operatorVersionsAreSupported } from './operator-versions-are-supported';
import { operatorVersionsExist } from './operator-versions-exist';
import { operatorsAreInstalledByWhatDeploys } from './operators-are-installed-by-what-deploys';
import { operatorsHaveOnePodIdentity } from './operators-have-one-pod-identity';
import { operatorsMayDoWhatIsWritten } from './operators-may-do-what-is-written';
import { operatorsProcessWhatIsWritten } from './operators-process-what-is-written';
import { optionalFieldsStayApart } from './optional-fields-stay-apart';
import { partitionsMatchTheirRegion } from './partitions-match-their-region';
import { patchesLeaveWordsAlone } from './patches-leave-words-alone';
import { patternsAreRegularExpressions } from './patterns-are-regular-expressions';
import { periodicRefreshHasAnInterval } from './periodic-refresh-has-an-interval';
import { permissionsBoundariesArePolicyArns } from './permissions-boundaries-are-policy-arns';
import { pinnedFieldsAreRequired } from './pinned-fields-are-required';
import { placeholderCredentialsStayInDev } from './placeholder-credentials-stay-in-dev';
import { placeholdersAreKnown } from './placeholders-are-known';
import { podIdentityIsWhereItsClusterIs } from './pod-identity-is-where-its-cluster-is';
import { pushNamesAreUnique } from './push-names-are-unique';
import { pushedEntriesAreMadeByTheirPush } from './pushed-entries-are-made-by-their-push';
import { pushedValuesAreNotGenerated } from './pushed-values-are-not-generated';
import { pushesAreNoLoops } from './pushes-are-no-loops';
import { pushesFillTheirEntry } from './pushes-fill-their-entry';
import { pushesGoToSecretsManager } from './pushes-go-to-secrets-manager';
import { readsFindTheirEntry } from './reads-find-their-entry';
import { refreshIntervalsAreAffordable } from './refresh-intervals-are-affordable';
import { refreshIntervalsAreDurations } from './refresh-intervals-are-durations';
import { regionsAreWellFormed } from './regions-are-well-formed';
import { requiredFieldsHaveDevValues } from './required-fields-have-dev-values';
import { restartedConsumersReplaceTheirPods } from './restarted-consumers-replace-their-pods';
import { roleNamesFitIam } from './role-names-fit-iam';
import { roleTrustsOneServiceAccount } from './role-trusts-one-service-account';
import { rolesHaveAtMostTenPolicies } from './roles-have-at-most-ten-policies';
import { rolesHaveOneOwner } from './roles-have-one-owner';
import { runbooksAreUrls } from './runbooks-are-urls';
import { secretKeysAreValid } from './secret-keys-are-valid';
import { secretLabelsAreValid } from './secret-labels-are-valid';
import { secretTypesHaveTheirKeys } from './secret-types-have-their-keys';
import { secretsHaveOneMaker } from './secrets-have-one-maker';
import { selectedNamespacesHaveAClusterStore } from './selected-namespaces-have-a-cluster-store';
import { serviceAccountsHaveOneRole } from './service-accounts-have-one-role';
import { stackNamesAreUnique } from './stack-names-are-unique';
import { stackNamesFitCloudformation } from './stack-names-fit-cloudformation';
import { stacksHoldAtMost500Resources } from './stacks-hold-at-most-500-resources';
import { storesFindTheirServiceAccount } from './stores-find-their-service-account';
import { storesHaveOneOwner } from './stores-have-one-owner';
import { storesReadWhereTheirEntriesAre } from './stores-read-where-their-entries-are';
import { storesReadWithCredentialsOfTheirNamespace } from './stores-read-with-credentials-of-their-namespace';
import { syncNamesAreUnique } from './sync-names-are-unique';
import { syncsFindTheirStore } from './syncs-find-their-store';
import { syncsPassTheWebhook } from './syncs-pass-the-webhook';
import { systemNamesAreUnique } from './system-names-are-unique';
import { systemsAndEnvironmentsAreDnsLabels } from './systems-and-environments-are-dns-labels';
import { tagsAreOfSecretsManager } from './tags-are-of-secrets-manager';
import { tagsFitAws } from './tags-fit-aws';
import { templateFunctionsExist } from './template-functions-exist';
import { templatesCanBeRead } from './templates-can-be-read';
import { templatesHaveATextInDev } from './templates-have-a-text-in-dev';
import { templatesHoldNoValue } from './templates-hold-no-value';
import { templatesUseTheirInputs } from './templates-use-their-inputs';
import { textsHoldNoCredential } from './texts-hold-no-credential';
import { trustAndServiceAccountMatch } from './trust-and-service-account-match';
import { trustPoliciesFitTheirQuota } from './trust-policies-fit-their-quota';
import { urlsOfBackendsAreUrls } from './urls-of-backends-are-urls';
import { valuesAreOfTheirKind } from './values-are-of-their-kind';
import { variableNamesAreValid } from './variable-names-are-valid';
import { variablesComeFromOneKey } from './variables-come-from-one-key';
import { vaultAuthMountsBelongToOneCluster } from './vault-auth-mounts-belong-to-one-cluster';
import { vaultMountsAreNames } from './vault-mounts-are-names';
import { vaultPoliciesCoverEveryReadAndNothingMore } from './vault-policies-cover-every-read-and-nothing-more';
import { vaultRolesAreBoundToOneServiceAccount } from './vault-roles-are-bound-to-one-service-account';
import { vaultRolesHaveOneOwner } from './vault-roles-have-one-owner';
import { versionsArePins } from './versions-are-pins';

/** The checks of what people wrote. */
export const PLAN_CHECKS: readonly PlanCheck[] = [
  accountsHaveTwelveDigits,
  alertsHearOfTheOperator,
  alertsLinkToTheirRunbooks,
  alertsWaitForDurations,
  arnsOfExistingEntriesAreFull,
  azureIdsAreUuids,
  backendsHaveACluster,
  bundlesHaveKeys,
  cataloguesHaveBundles,
  certificateAuthoritiesAreCertificates,
  certificateAuthoritiesAreWhereTheirStoreLooks,
  clusterNamesFitEks,
  clusterSyncNamesAreUnique,
  clusterSyncNamesFitAFinalizer,
  clustersAreDescribedOnce,
  clustersOfAnArgoCdAreApart,
  clustersOfAnEnvironmentAreAllDeployedTo,
  clustersOfAnEnvironmentRenderAlike,
  clustersReadOneAws,
  composedKeysNameAField,
  composedKeysUseRequiredFields,
  constructIdsAreUnique,
  consumersDoNotRunAsTheReader,
  consumersReadKeysThatExist,
  consumersShareTheNamespaceOfTheirSecret,
  containersAreDnsLabels,
  dedicatedOperatorsFindTheirNamespace,
  deletionPoliciesAreAccepted,
  deploymentsHaveTheirOwnNames,
  destinationsAreOfArgoCd,
  devValuesArePlaceholders,
  devValuesHaveTheirShape,
  eksClustersReadWithoutAccessKeys,
  embeddedSecretsFitTheirLimit,
  embeddedValuesStayInDev,
  entriesAreKeptInOneBackend,
  entriesAreManagedOnce,
  entriesArePushedOnce,
  entriesAreRead,
  entryIdsArePlain,
  entryNamesDoNotEndLikeASuffix,
  entryNamesFitParameterStore,
  entryNamesFitSecretsManager,
  entryNamesFitVault,
  environmentNamesAreUnique,
  environmentsListAClusterOnce,
  existingEntriesAreReachable,
  existingEntriesBelongToOneTier,
  expiryDatesAreDates,
  featuresFitTheOperator,
  fieldsAreKnown,
  findsArePossible,
  generatedValuesAreCreatedOnce,
  generatedValuesAreHardToGuess,
  generatedValuesHaveTheirShape,
  generatorsAndProvidersFitTheOperator,
  generatorsAreInTheirNamespace,
  gitopsIntervalsAreDurations,
  gitopsIsDescribedOnce,
  gitopsNamesAreDnsLabels,
  gitopsPathsStayInTheRepository,
  gitopsRepositoriesAreUrls,
  identitiesFitTheirBackend,
  immutableSecretsAreCreatedOnce,
  irsaClustersHaveAnIssuer,
  keyVaultFieldsAreRequired,
  keyVaultNamesFit,
  kmsKeysAreInTheRegionOfTheirEntries,
  kmsKeysAreMadeOnce,
  kmsKeysAreWellFormed,
  labelsOfMonitoringAreValid,
  managedEntriesAreReadByName,
  managedIdentitiesHaveOneOwner,
  namesReferToSomething,
  namespaceSelectorsSelectByLabels,
  namespacesAreDnsLabels,
  namespacesHaveOneOwner,
  objectNamesAreDnsSubdomains,
  oidcIssuersAreWellFormed,
  oidcIssuersBelongToOneCluster,
  oidcIssuersMatchTheirRegion,
  operatorResourcesAreQuantities,
  operatorResourcesFitTheirLimits,
  operatorResourcesHaveKnownNames,
  operatorServiceAccountsAreLeftToTheirChart,
  operatorValuesKeepWhatIsPlanned,
  operatorVersionsAreKnown,
  operatorVersionsAreSupported,
  operatorVersionsExist,
  operatorsAreInstalledByWhatDeploys,
  operatorsHaveOnePodIdentity,
  operatorsMayDoWhatIsWritten,
  operatorsProcessWhatIsWritten,
  optionalFieldsStayApart,
  partitionsMatchTheirRegion,
  patchesLeaveWordsAlone,
  patternsAreRegularExpressions,
  periodicRefreshHasAnInterval,
  permissionsBoundariesArePolicyArns,
  pinnedFieldsAreRequired,
  placeholderCredentialsStayInDev,
  placeholdersAreKnown,
  podIdentityIsWhereItsClusterIs,
  pushNamesAreUnique,
  pushedEntriesAreMadeByTheirPush,
  pushedValuesAreNotGenerated,
  pushesAreNoLoops,
  pushesFillTheirEntry,
  pushesGoToSecretsManager,
  refreshIntervalsAreAffordable,
  refreshIntervalsAreDurations,
  regionsAreWellFormed,
  requiredFieldsHaveDevValues,
  restartedConsumersReplaceTheirPods,
  roleNamesFitIam,
  rolesHaveAtMostTenPolicies,
  rolesHaveOneOwner,
  runbooksAreUrls,
  secretKeysAreValid,
  secretLabelsAreValid,
  secretTypesHaveTheirKeys,
  secretsHaveOneMaker,
  selectedNamespacesHaveAClusterStore,
  serviceAccountsHaveOneRole,
  stackNamesAreUnique,
  stackNamesFitCloudformation,
  stacksHoldAtMost500Resources,
  storesHaveOneOwner,
  storesReadWhereTheirEntriesAre,
  storesReadWithCredentialsOfTheirNamespace,
  syncNamesAreUnique,
  systemNamesAreUnique,
  systemsAndEnvironmentsAreDnsLabels,
  tagsAreOfSecretsManager,
  tagsFitAws,
  templateFunctionsExist,
  templatesCanBeRead,
  templatesHaveATextInDev,
  templatesUseTheirInputs,
  textsHoldNoCredential,
  trustPoliciesFitTheirQuota,
  urlsOfBackendsAreUrls,
  valuesAreOfTheirKind,
  variableNamesAreValid,
  variablesComeFromOneKey,
  vaultAuthMountsBelongToOneCluster,
  vaultMountsAreNames,
  vaultRolesHaveOneOwner,
  versionsArePins,
];

/** The checks of what is written to `dist/`. */
export const OUTPUT_CHECKS: readonly OutputCheck[] = [
  annotatedRolesExist,
  bundlesAreWritten,
  clusterStoresNameTheirNamespaces,
  distIsUpToDate,
  entriesAreRetained,
  grantsCoverEveryReadAndNothingMore,
  grantsCoverEveryWriteAndNothingMore,
  keyVaultGrantsCoverEveryReadAndNothingMore,
  manifestsUseServedVersions,
  noValueLeavesItsSecret,
  objectsAreWrittenOnce,
  readsFindTheirEntry,
  roleTrustsOneServiceAccount,
  storesFindTheirServiceAccount,
  syncsFindTheirStore,
  syncsPassTheWebhook,
  templatesHoldNoValue,
  trustAndServiceAccountMatch,
  vaultPoliciesCoverEveryReadAndNothingMore,
  vaultRolesAreBoundToOneServiceAccount,
];

/** Every check. */
export const CHECKS: readonly Check[] = [...PLAN_CHECKS, ...OUTPUT_CHECKS];
