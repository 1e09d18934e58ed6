import type {
  PlannedBundle,
  PlannedEntry,
  PlannedFind,
  PlannedProvider,
  PlannedServiceAccount,
  PlannedVaultRole,
} from '../model';
import { isOperators } from './operators';
import { readsByStore } from './reads';
import { roleNames } from './role-names';
import type { OwnedStore } from './stores';
import { vaultFinds } from './vault-finds';

/** What the stores read in Vault decides which paths their roles may read, and nothing else. */
export function planVaultAccess(
  stores: readonly OwnedStore[],
  bundles: readonly PlannedBundle[],
  entries: readonly PlannedEntry[],
): { readonly vaultRoles: PlannedVaultRole[]; readonly serviceAccounts: PlannedServiceAccount[] } {
  const reads = readsByStore(bundles);
  const remoteKeys = new Map(entries.map(({ id, remoteKey }) => [id, remoteKey]));
  const readers = stores.flatMap((owned) => {
    const own = reads.get(owned.store.id);
    const keys = [...(own?.values ?? [])].flatMap((id) => remoteKeys.get(id) ?? []);
    return planReader(owned, keys, [...(own?.found ?? [])]) ?? [];
  });
  return {
    vaultRoles: readers.map(({ role }) => role),
    serviceAccounts: readers.map(({ serviceAccount }) => serviceAccount),
  };
}

// --- internal ---

type VaultProvider = Extract<PlannedProvider, { kind: 'vault' }>;

function planReader({ store, identity, owner }: OwnedStore, keys: readonly string[], found: readonly PlannedFind[]) {
  const { provider, identity: planned } = store;
  if (provider.kind !== 'vault' || planned.kind !== 'kubernetesAuth' || identity?.kind !== 'kubernetesAuth') return;
  const { serviceAccount: name, namespace } = planned;
  const role: PlannedVaultRole = {
    id: store.id,
    home: store.home,
    server: provider.server,
    ...(provider.namespace !== undefined && { namespace: provider.namespace }),
    name: planned.role,
    mount: planned.mount,
    serviceAccount: { name, namespace },
    audience: planned.audience,
    policy: roleNames(store, owner, identity.role?.policy ?? identity.role?.name).name,
    paths: [...new Set(keys.map((key) => pathOf(provider, key)))].sort(),
    finds: vaultFinds(provider, found),
  };
  const serviceAccount: PlannedServiceAccount = {
    id: `${owner.home}/${namespace}/${name}`,
    home: owner.home,
    name,
    namespace,
    annotations: {},
    emitted: identity.createServiceAccount ?? !isOperators({ name, namespace }, owner.clusters[0]?.operator),
    labels: owner.labels,
  };
  return { role, serviceAccount };
}

/** Version 2 keeps values below `data/`. @see https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2#acl-rules */
const pathOf = ({ mount, version }: VaultProvider, key: string): string =>
  version === 'v2' ? `${mount}/data/${key}` : `${mount}/${key}`;
