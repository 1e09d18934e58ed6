import type { BackendKind, EmbeddedOptions } from './backend';
import type { ConsumerKind, CreationPolicy, Decoding, DeletionPolicy, FindInput, RefreshPolicy } from './bundle';
import type { CertificateAuthorityReference } from './certificate-authority';
import type { OperatorInstall, Partition } from './cluster';
import type { ComposeFilter } from './compose';
import type { Tier } from './environment';
import type { GenerateInput, ShapeInput } from './field';
import type { Destination } from './gitops';
import type { NamespaceSelector } from './namespace-selector';
import type { PlannedGitops } from './planned-gitops';
import type { MonitoringSettings, PlannedMonitoring } from './planned-monitoring';
import type { PushDeletionPolicy } from './push';
import type { RewriteInput } from './rewrite';
import type { TemplateSource, TemplateTarget } from './template';
import type { PlannedWorkload, Restart } from './workload';

/**
 * Everything that is made, resolved, as plain data: `JSON.parse(JSON.stringify(plan))` deep-equals it.
 * Lists are sorted by id. Relations travel as ids.
 */
export interface Plan {
  readonly formatVersion: 1;
  readonly systems: readonly PlannedSystem[];
  readonly clusters: readonly PlannedCluster[];
  /** Of the clusters whose operators are installed by what is made here. */
  readonly operators: readonly PlannedOperator[];
  /** What deploys to the clusters by itself. */
  readonly gitops: readonly PlannedGitops[];
  /** Of the clusters that are watched over. */
  readonly monitors: readonly PlannedMonitoring[];
  readonly environments: readonly PlannedEnvironment[];
  readonly backends: readonly PlannedBackend[];
  readonly namespaces: readonly PlannedNamespace[];
  readonly entries: readonly PlannedEntry[];
  readonly kmsKeys: readonly PlannedKmsKey[];
  readonly bundles: readonly PlannedBundle[];
  /** What the consumers of bundles get. */
  readonly workloads: readonly PlannedWorkload[];
  readonly generators: readonly PlannedGenerator[];
  readonly pushes: readonly PlannedPush[];
  readonly serviceAccounts: readonly PlannedServiceAccount[];
  readonly stores: readonly PlannedStore[];
  readonly roles: readonly PlannedRole[];
  readonly policies: readonly PlannedPolicy[];
  readonly vaultRoles: readonly PlannedVaultRole[];
  readonly azureIdentities: readonly PlannedAzureIdentity[];
  readonly stacks: readonly PlannedStack[];
  /** What was written but means nothing. A plan with problems is never rendered. */
  readonly problems: readonly Problem[];
}

/**
 * Where something belongs: an environment, `nova/staging`, a cluster, `_clusters/blue`, or what deploys, `_gitops/fleet`.
 * It is also the folder below `dist/kubernetes` and `dist/aws`.
 */
export type Home = string;

export interface PlannedSystem {
  readonly id: string;
  readonly summary?: string;
  /** Where it is written, such as `environments/nova`. */
  readonly folder: string;
  readonly environments: readonly string[];
}

export interface PlannedCluster {
  /** Its name. */
  readonly id: string;
  readonly home: Home;
  /** Where AWS has it, if it does. */
  readonly account?: string;
  readonly region?: string;
  readonly partition?: Partition;
  /** As IAM has it: without `https://` and the last slash. */
  readonly oidcIssuer?: string;
  /** As the cluster's tokens have it. */
  readonly issuerUrl?: string;
  readonly operator: {
    readonly version: string;
    readonly namespace: string;
    readonly serviceAccount: string;
    readonly install: OperatorInstall;
  };
  /** What deploys to it. */
  readonly gitops?: { readonly kind: PlannedGitops['kind']; readonly name: string };
  /** What Argo CD calls it, where that is said. */
  readonly destination?: Destination;
  /** How it is watched over. */
  readonly monitoring?: MonitoringSettings;
}

/** The operator of a cluster, and how it is installed. */
export interface PlannedOperator {
  /** The cluster's name. */
  readonly id: string;
  readonly home: Home;
  readonly version: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly install: Exclude<OperatorInstall, 'none'>;
  /** What its Helm release must be called: the names of its objects follow it. */
  readonly release: string;
  /** The variables and the annotations of its ServiceAccount without which its stores do not read as planned. */
  readonly env: Labels;
  readonly annotations: Labels;
  /** The names of the NetworkPolicies of its pods, which are among the extra objects of its chart. */
  readonly networkPolicies: readonly string[];
  /** Values of its Helm chart: what differs from the chart's own. */
  readonly values: Readonly<Record<string, unknown>>;
}

export interface PlannedEnvironment {
  /** `nova/staging`; also its home. */
  readonly id: string;
  readonly system: string;
  readonly name: string;
  readonly tier: Tier;
  /** The kind of its own backend: bundles may say another. */
  readonly backend: BackendKind;
  /** Cluster ids, first the one whose account and region are the backend's unless it says otherwise. */
  readonly clusters: readonly string[];
}

/** What keeps entries of an environment: its own backend, or one that bundles of it say instead. */
export interface PlannedBackend {
  /** `nova/staging` for the environment's own; else with the name of its store: `nova/staging/vault`. */
  readonly id: string;
  readonly home: Home;
  readonly kind: BackendKind;
  /** What its entries are read from; none for embedded values. */
  readonly provider?: PlannedProvider;
  /** Where one of AWS is. */
  readonly account?: string;
  readonly region?: string;
  readonly partition?: Partition;
  /** None for the environment's own. */
  readonly saidBy?: SaidBy;
}

/** Who says something of a bundle. */
export interface SaidBy {
  /** The bundle's name, the first where several say the same. */
  readonly bundle: string;
  readonly in: 'catalogue' | 'environment';
}

export interface PlannedNamespace {
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly labels: Labels;
}

export interface PlannedEntry {
  /** `nova/staging/backend`. */
  readonly id: string;
  readonly home: Home;
  /** Its id in the catalogue. */
  readonly entry: string;
  readonly summary?: string;
  readonly owner?: string;
  readonly backend: BackendKind;
  /** The id of the backend that keeps it. */
  readonly keeper: string;
  /** True when our stack creates it. */
  readonly managed: boolean;
  /** The id of the push that makes it: neither our stack does, nor somebody else. */
  readonly pushedBy?: string;
  /** What a `remoteRef` names: the name, or the full ARN of an existing entry. */
  readonly remoteKey: string;
  /** Who says that name. */
  readonly namedIn: 'catalogue' | 'environment' | 'backend';
  /** The ARN that a policy names: with `-??????` for the random suffix unless the full ARN is known. */
  readonly arn?: string;
  /** True when it holds one plain string instead of a JSON object. */
  readonly plain: boolean;
  readonly fields: readonly PlannedField[];
  readonly kmsKey?: string;
  readonly tags: Labels;
  readonly expires?: string;
  /** The CDK construct id: the entry's id, or the one it had before. */
  readonly constructId: string;
  readonly stack?: string;
}

export interface PlannedField {
  /** Its name in the JSON object; empty for a plain value. */
  readonly name: string;
  readonly required: boolean;
  readonly summary?: string;
  readonly generate?: GenerateInput;
  readonly shape?: ShapeInput;
  /** What a `remoteRef` names, where each field is a secret of its own. */
  readonly remoteKey?: string;
  /** Its key in the backend's object, where that is not its name: a plain value in Vault. */
  readonly property?: string;
  /** A dev value's bytes in base64. */
  readonly value?: string;
}

export interface PlannedKmsKey {
  /** Its home and its ARN or alias: `nova/staging/alias/nova-staging`. */
  readonly id: string;
  readonly home: Home;
  /** The ARN of a key that exists and whose ARN is known. */
  readonly arn?: string;
  /** `alias/…`, of a key that exists or is made here. */
  readonly alias?: string;
  readonly managed: boolean;
  readonly tags: Labels;
  readonly constructId: string;
  readonly stack?: string;
}

export interface PlannedBundle {
  /** `nova/staging/nova-staging/nova-backend-secrets`: home, namespace (none where a selector says which) and bundle. */
  readonly id: string;
  readonly home: Home;
  /** Its name in the catalogue. */
  readonly bundle: string;
  /** True when the entry of that name says it, by `secretKey`. */
  readonly ofEntry?: true;
  readonly summary?: string;
  /** None where a selector says which: see its source. */
  readonly namespace?: string;
  /** The id of the backend that keeps what it reads. */
  readonly keeper: string;
  /** The Secret's name as pods write it, hash included. */
  readonly secretName: string;
  readonly secretType: string;
  /** The id of the entry that an open bundle takes everything from. */
  readonly everything?: string;
  /** What an open bundle finds: all below a path. */
  readonly find?: PlannedFind;
  /** The generator that makes what an open bundle holds. */
  readonly generator?: { readonly kind: string; readonly name: string };
  /** What becomes of an open bundle's keys. */
  readonly rewrite: readonly RewriteInput[];
  /** Of an open bundle those that the catalogue knows. */
  readonly keys: readonly PlannedKey[];
  readonly templateFrom: readonly PlannedTemplateFrom[];
  readonly labels: Labels;
  /** Of the Secret itself. */
  readonly secretLabels: Labels;
  readonly secretAnnotations: Labels;
  readonly consumers: readonly PlannedConsumer[];
  readonly immutable: boolean;
  readonly source: PlannedSync | EmbeddedSecret;
}

export interface PlannedFind extends FindInput {
  /** The ARN of all that may be found, with `*` at its end; or of the path whose parameters are read at once. */
  readonly arn?: string;
}

/** @see https://external-secrets.io/latest/api/generator/ */
export interface PlannedGenerator {
  /** Home, namespace and name. */
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly namespace: string;
  readonly kind: string;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly labels: Labels;
}

/** A PushSecret. @see https://external-secrets.io/latest/api/pushsecret/ */
export interface PlannedPush {
  /** `shop/production/ingress/ingress-tls`: home, namespace, push. */
  readonly id: string;
  readonly home: Home;
  /** Its name in the catalogue, and the PushSecret's. */
  readonly push: string;
  readonly summary?: string;
  readonly namespace: string;
  /** The Secret that is pushed. */
  readonly secretName: string;
  /** The id of the entry that it makes. */
  readonly entry: string;
  /** The fields of the entry, sorted, and the Secret's key of each; of a plain value the field is empty. */
  readonly fields: readonly { readonly field: string; readonly key: string; readonly required: boolean }[];
  /** As Go prints durations: `1h0m0s`. */
  readonly refreshInterval: string;
  readonly deletionPolicy: PushDeletionPolicy;
  /** The id of the backend that keeps the entry. */
  readonly keeper: string;
  readonly storeRef: { readonly kind: 'SecretStore' | 'ClusterSecretStore'; readonly name: string };
  /** The ids of the stores that the reference means: one, or one on each cluster for a ClusterSecretStore. */
  readonly stores: readonly string[];
  /** When Argo CD deploys it: after all that has none. */
  readonly syncWave?: number;
  readonly labels: Labels;
}

export interface PlannedKey {
  readonly name: string;
  readonly required: boolean;
  /** Where the value comes from: one field, or literal texts and fields in order. */
  readonly parts: readonly (string | PlannedFieldRead)[];
  /** A Go template that makes it of its parts, by the names that they have there: its text, or where it is kept. */
  readonly template?: string | TemplateSource;
}

/** A template that makes many keys, labels or annotations of its parts. */
export interface PlannedTemplateFrom {
  readonly target: TemplateTarget;
  readonly template: string | TemplateSource;
  /** The key under which it is kept, where it is. */
  readonly key?: string;
  readonly parts: readonly PlannedFieldRead[];
}

export interface PlannedFieldRead {
  /** An entry's id. */
  readonly entry: string;
  /** A field's name; empty for a plain value. */
  readonly field: string;
  readonly filter?: ComposeFilter;
  readonly version?: string;
  readonly decode?: Decoding;
  /** True when the entry's tags are read and not its value. */
  readonly metadata?: boolean;
  /** What a template calls it. */
  readonly as?: string;
}

/** An ExternalSecret. */
export interface PlannedSync {
  readonly kind: 'sync';
  readonly name: string;
  /** None when a generator makes it. */
  readonly storeRef?: { readonly kind: 'SecretStore' | 'ClusterSecretStore'; readonly name: string };
  /** The ids of the stores that the reference means: one, or one on each cluster for a ClusterSecretStore. */
  readonly stores: readonly string[];
  readonly refreshPolicy: RefreshPolicy;
  /** As Go prints durations: `1h0m0s`. */
  readonly refreshInterval: string;
  readonly creationPolicy: CreationPolicy;
  readonly deletionPolicy: DeletionPolicy;
  /** The operator whose defaults are written out. */
  readonly operatorVersion: string;
  /** When Argo CD deploys it: after all that has none. */
  readonly syncWave?: number;
  /** Merged over the rendered spec. */
  readonly patch?: Readonly<Record<string, unknown>>;
  /** What makes it in every namespace that is selected. */
  readonly clusterSync?: PlannedClusterSync;
}

/** A ClusterExternalSecret. */
export interface PlannedClusterSync {
  readonly name: string;
  readonly namespaceSelector: NamespaceSelector;
  /** How often it is tried again in namespaces where it failed, as Go prints durations. */
  readonly refreshTime: string;
}

/** A Secret whose values stand in the repository. */
export interface EmbeddedSecret extends Required<EmbeddedOptions> {
  readonly kind: 'embedded';
  /** The Secret's name without the hash. */
  readonly name: string;
  /** Values by key in base64, sorted by key. */
  readonly data: Readonly<Record<string, string>>;
}

export interface PlannedConsumer {
  readonly kind: ConsumerKind;
  readonly name: string;
  readonly namespace: string;
  readonly container: string;
  /** The keys that it reads, and the variables that they are. */
  readonly env: readonly { readonly name: string; readonly key: string }[];
  readonly restart: Restart;
  readonly serviceAccount?: string;
}

export interface PlannedServiceAccount {
  /** `nova/staging/nova-staging/nova-backend-sa`: home, namespace, name. */
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly namespace: string;
  /** The IAM role that it stands for. */
  readonly roleArn?: string;
  readonly annotations: Labels;
  /** False when something else makes the object. */
  readonly emitted: boolean;
  readonly labels: Labels;
}

export interface PlannedStore {
  /** Home, namespace (none for a ClusterSecretStore) and name. */
  readonly id: string;
  readonly home: Home;
  readonly kind: 'SecretStore' | 'ClusterSecretStore';
  readonly name: string;
  readonly namespace?: string;
  readonly provider: PlannedProvider;
  /** The id of the backend that it reads; a ClusterSecretStore says its own. */
  readonly keeper?: string;
  /** None for the environment's own, and for a ClusterSecretStore. */
  readonly saidBy?: SaidBy;
  /** The namespaces that consume from a ClusterSecretStore; no other may. */
  readonly conditions: readonly string[];
  /** The namespaces that may as well, by their labels. */
  readonly namespaceSelectors: readonly NamespaceSelector[];
  readonly identity: PlannedIdentity;
  readonly operatorVersion: string;
  readonly labels: Labels;
}

/** What a store reads. */
export type PlannedProvider =
  | {
      readonly kind: 'secretsManager' | 'parameterStore';
      readonly account: string;
      readonly region: string;
      /** An emulator's URL, which the operator's environment must have. */
      readonly endpoint?: string;
    }
  | ({
      readonly kind: 'vault';
      readonly server: string;
      readonly mount: string;
      readonly version: 'v1' | 'v2';
      readonly namespace?: string;
    } & PlannedCertificateAuthority)
  | { readonly kind: 'azureKeyVault'; readonly vaultUrl: string; readonly tenantId: string }
  /** One that is not modelled: its name and fields in the CRD. */
  | { readonly kind: 'provider'; readonly name: string; readonly spec: Readonly<Record<string, unknown>> };

/** What a store is told to trust, in the words of the CRD; nothing where a public authority signs. */
export interface PlannedCertificateAuthority {
  /** Certificates in PEM, in base64. */
  readonly caBundle?: string;
  readonly caProvider?: Required<Pick<CertificateAuthorityReference, 'type' | 'name' | 'key'>> & {
    readonly namespace?: string;
  };
}

export type PlannedIdentity =
  /** The store's provider says it. */
  | { readonly kind: 'none' }
  | { readonly kind: 'irsa'; readonly serviceAccount: string; readonly namespace: string }
  | { readonly kind: 'podIdentity'; readonly serviceAccount: string; readonly namespace: string }
  | {
      readonly kind: 'kubernetesAuth';
      readonly serviceAccount: string;
      readonly namespace: string;
      /** Where the auth method is mounted, without `auth/`. */
      readonly mount: string;
      /** The role's name in Vault. */
      readonly role: string;
      readonly audience: string;
    }
  | { readonly kind: 'workloadIdentity'; readonly serviceAccount: string; readonly namespace: string }
  | {
      readonly kind: 'staticCredentials';
      readonly secretName: string;
      readonly namespace: string;
      readonly accessKeyIdKey: string;
      readonly secretAccessKeyKey: string;
      /** Of tier `dev`: the Secret's values by key in base64, when it is made here. */
      readonly data?: Readonly<Record<string, string>>;
    };

export interface PlannedRole {
  /** Its ARN. */
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly path: string;
  readonly permissionsBoundary?: string;
  readonly description: string;
  readonly trust: readonly TrustStatement[];
  /** The ids of the stores that read as this role. */
  readonly stores: readonly string[];
  readonly podIdentityAssociations: readonly PodIdentityAssociation[];
  readonly tags: Labels;
  readonly constructId: string;
  readonly stack: string;
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html */
export interface PodIdentityAssociation {
  readonly cluster: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly constructId: string;
}

export interface PlannedPolicy {
  /** Its ARN. */
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly statements: readonly GrantStatement[];
  /** The role's id; none where a person attaches the policy (static credentials). */
  readonly role?: string;
  readonly constructId: string;
  readonly stack: string;
}

/**
 * A role of Vault's Kubernetes auth method and the policy that it has.
 * @see https://developer.hashicorp.com/vault/api-docs/auth/kubernetes#create-update-role
 */
export interface PlannedVaultRole {
  /** `k8s-myhome/home/harbor/vault-secretstore`: the id of the store that reads as this role. */
  readonly id: string;
  readonly home: Home;
  readonly server: string;
  readonly namespace?: string;
  readonly name: string;
  /** Where the auth method is mounted, without `auth/`. */
  readonly mount: string;
  readonly serviceAccount: { readonly name: string; readonly namespace: string };
  readonly audience: string;
  readonly policy: string;
  /** What the policy lets read: paths of Vault's API. */
  readonly paths: readonly string[];
  /** What it lets do below folders, to find what is there: paths with `*` at their ends. */
  readonly finds: readonly { readonly path: string; readonly capabilities: readonly string[] }[];
}

/**
 * A managed identity of Azure, whom it trusts and what it may read.
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
export interface PlannedAzureIdentity {
  /** The id of the store that reads as this identity. */
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly vaultName: string;
  readonly federatedCredentials: readonly {
    readonly name: string;
    readonly issuer: string;
    readonly subject: string;
  }[];
  /** The names of the secrets that it may read. */
  readonly secrets: readonly string[];
  readonly tags: Labels;
}

/** A policy statement in IAM's own words. */
export interface GrantStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Conditions;
}

/** A trust statement in IAM's own words. */
export interface TrustStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal: { readonly Federated: string } | { readonly Service: string };
  readonly Action: readonly string[];
  readonly Condition: Conditions;
}

export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export interface PlannedStack {
  /** Its name, such as `nova-staging-access`. */
  readonly id: string;
  readonly home: Home;
  readonly kind: 'entries' | 'access';
  readonly account: string;
  readonly region: string;
  readonly description: string;
  readonly terminationProtection: boolean;
  readonly tags: Labels;
}

/** Labels of Kubernetes objects and tags of AWS resources: the same words on both sides. */
export type Labels = Readonly<Record<string, string>>;

/** Something written that the plan could not read. */
export interface Problem {
  /** `field`: nobody knows the option. `name`: nothing has that name. `value`: not of its kind. */
  readonly kind: 'field' | 'name' | 'value';
  /** The file, such as `environments/nova/catalogue.ts`. */
  readonly file: string;
  /** The field in it, such as `bundles.app.keys.TOKEN`. */
  readonly field: string;
  /** What was written; left out where it could be a secret. */
  readonly given?: string;
  /** What is allowed, in words. */
  readonly expected: string;
  /** What may stand there, where it is a list. */
  readonly allowed: readonly string[];
}
