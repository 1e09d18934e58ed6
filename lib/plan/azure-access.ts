import {
  fieldReads,
  type PlannedAzureIdentity,
  type PlannedBundle,
  type PlannedEntry,
  type PlannedServiceAccount,
} from '../model';
import { tokenSubject } from './names';
import { isOperators } from './operators';
import { roleNames } from './role-names';
import type { OwnedStore } from './stores';

/** What the stores read in Key Vault decides which secrets their managed identities may read, and nothing else. */
export function planAzureAccess(
  stores: readonly OwnedStore[],
  bundles: readonly PlannedBundle[],
  entries: readonly PlannedEntry[],
): { readonly azureIdentities: PlannedAzureIdentity[]; readonly serviceAccounts: PlannedServiceAccount[] } {
  const names = secretsByStore(bundles, entries);
  const readers = stores.flatMap((owned) => planReader(owned, names.get(owned.store.id) ?? new Set()) ?? []);
  return {
    azureIdentities: readers.map(({ azureIdentity }) => azureIdentity),
    serviceAccounts: readers.map(({ serviceAccount }) => serviceAccount),
  };
}

// --- internal ---

function planReader({ store, identity, owner }: OwnedStore, secrets: ReadonlySet<string>) {
  const { provider, identity: planned } = store;
  if (provider.kind !== 'azureKeyVault' || planned.kind !== 'workloadIdentity') return;
  if (identity?.kind !== 'workloadIdentity') return;
  const { serviceAccount: name, namespace } = planned;
  const azureIdentity: PlannedAzureIdentity = {
    id: store.id,
    home: store.home,
    name: roleNames(store, owner, identity.managedIdentity).name,
    vaultName: /^https:\/\/([^.]+)\./.exec(provider.vaultUrl)?.[1] ?? '',
    federatedCredentials: owner.clusters.flatMap(({ id, issuerUrl }) =>
      issuerUrl === undefined
        ? []
        : [{ name: credentialName(id), issuer: issuerUrl, subject: tokenSubject(namespace, name) }],
    ),
    secrets: [...secrets].sort(),
    tags: owner.labels,
  };
  const serviceAccount: PlannedServiceAccount = {
    id: `${owner.home}/${namespace}/${name}`,
    home: owner.home,
    name,
    namespace,
    // https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html
    // The tenant is in the store alone: the operator refuses one that it finds in both places.
    // https://github.com/external-secrets/external-secrets/blob/v0.20.4/pkg/provider/azure/keyvault/keyvault.go#L1085-L1089
    annotations: { 'azure.workload.identity/client-id': identity.clientId },
    emitted: identity.createServiceAccount ?? !isOperators({ name, namespace }, owner.clusters[0]?.operator),
    labels: owner.labels,
  };
  return { azureIdentity, serviceAccount };
}

/**
 * A federated credential is called as its cluster is: 3 to 120 characters.
 * @see https://learn.microsoft.com/azure/templates/microsoft.managedidentity/userassignedidentities/federatedidentitycredentials
 */
const credentialName = (cluster: string): string => (cluster.length < 3 ? `cluster-${cluster}` : cluster);

/** The secrets of the fields that are read through each store. */
function secretsByStore(bundles: readonly PlannedBundle[], entries: readonly PlannedEntry[]) {
  const secrets = new Map<string, string>();
  for (const { id, fields } of entries) {
    for (const { name, remoteKey } of fields) if (remoteKey !== undefined) secrets.set(`${id} ${name}`, remoteKey);
  }
  const found = new Map<string, Set<string>>();
  for (const bundle of bundles) {
    const { source } = bundle;
    const names = fieldReads(bundle).flatMap(({ entry, field }) => secrets.get(`${entry} ${field}`) ?? []);
    for (const store of source.kind === 'sync' ? source.stores : []) {
      const own = found.get(store) ?? new Set();
      found.set(store, own);
      for (const name of names) own.add(name);
    }
  }
  return found;
}
