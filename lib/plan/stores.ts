import type { ClusterStoreInput, Identity, PlannedBundle, PlannedCluster, PlannedStore, PlannedSync } from '../model';
import { clusterInputs } from './clusters';
import { defaultIdentity, planIdentity } from './identities';
import type { Keeper, KeeperStore } from './keepers';
import { clusterHome, expand, MANAGED_BY } from './names';
import type { Owner } from './owner';
import { placeOn } from './places';
import { unknownName } from './problems';
import { planProvider } from './providers';
import type { Site } from './sites';
import { accessStackName, clusterAccessStackName } from './stacks';
import { distinctSelectors } from './targets';

/** A store and what its access is planned from. */
export interface OwnedStore {
  readonly store: PlannedStore;
  readonly identity: Identity | undefined;
  readonly owner: Owner;
}

/** The store that a sync reads through: one in its namespace, if it has one, or one of the cluster. */
export function storeFor(
  site: Site,
  { kind, name }: KeeperStore,
  namespace: string | undefined,
): Pick<PlannedSync, 'storeRef' | 'stores'> {
  const own = namespace === undefined ? [] : [`${site.home}/${namespace}`];
  const owners = kind === 'ClusterSecretStore' ? site.clusters.map(({ home }) => home) : own;
  return { storeRef: { kind, name }, stores: owners.map((owner) => `${owner}/${name}`) };
}

/** A SecretStore for each backend in each namespace that reads it. */
export function planStores(site: Site, bundles: readonly PlannedBundle[]): OwnedStore[] {
  const reading = bundles.filter(({ generator }) => !generator);
  return site.keepers.all.flatMap((keeper) => {
    const own = reading.filter((bundle) => bundle.keeper === keeper.id);
    return storesOf(site, keeper, [...new Set(own.flatMap(({ namespace }) => namespace ?? []))].sort());
  });
}

/** The ClusterSecretStores that something reads through, each open to the namespaces that do and to no other. */
export function planClusterStores(sites: readonly Site[], bundles: readonly PlannedBundle[]): OwnedStore[] {
  const readers = readersByClusterStore(bundles);
  const owned = new Map<string, OwnedStore>();
  for (const site of sites) {
    for (const [at, cluster] of clusterInputs(site.environment).entries()) {
      for (const [name, input] of Object.entries(cluster.stores ?? {})) {
        const id = `${clusterHome(cluster.name)}/${name}`;
        const open = readers.get(id);
        if (open && !owned.has(id)) owned.set(id, clusterStore(id, name, input, site.clusters[at]!, openTo(open)));
      }
    }
  }
  return [...owned.values()];
}

// --- internal ---

/** Whom a cluster store lets in. */
type OpenTo = Pick<PlannedStore, 'conditions' | 'namespaceSelectors'>;

/** The syncs that read through each cluster store. */
function readersByClusterStore(bundles: readonly PlannedBundle[]): Map<string, PlannedBundle[]> {
  const readers = new Map<string, PlannedBundle[]>();
  for (const bundle of bundles) {
    const { source } = bundle;
    if (source.kind !== 'sync' || source.storeRef?.kind !== 'ClusterSecretStore') continue;
    for (const store of source.stores) readers.set(store, [...(readers.get(store) ?? []), bundle]);
  }
  return readers;
}

function openTo(readers: readonly PlannedBundle[]): OpenTo {
  const selectors = readers.flatMap(({ source }) =>
    source.kind === 'sync' && source.clusterSync ? [source.clusterSync.namespaceSelector] : [],
  );
  return {
    conditions: [...new Set(readers.flatMap(({ namespace }) => namespace ?? []))].sort(),
    namespaceSelectors: distinctSelectors(selectors),
  };
}

function storesOf(site: Site, keeper: Keeper, namespaces: readonly string[]): OwnedStore[] {
  const { backend, store } = keeper;
  if (backend.kind === 'embedded' || !store) return [];
  if (store.kind === 'ClusterSecretStore') {
    reportUnknownStores(site, store);
    return [];
  }
  const { name, saidBy } = store;
  const owner = ownerOf(site, keeper);
  const identity = store.identity ?? defaultIdentity(backend.kind);
  return namespaces.map((namespace) => ({
    store: {
      id: `${site.home}/${namespace}/${name}`,
      home: site.home,
      kind: 'SecretStore',
      name,
      namespace,
      provider: planProvider(backend, keeper.place),
      keeper: keeper.id,
      ...(saidBy && { saidBy }),
      conditions: [],
      namespaceSelectors: [],
      identity: planIdentity(identity, owner, { name, namespace }),
      operatorVersion: site.clusters[0]?.operator.version ?? '',
      labels: site.labels,
    },
    identity,
    owner,
  }));
}

function reportUnknownStores(site: Site, { name, saidBy }: KeeperStore): void {
  const at = saidBy
    ? { file: site.files[saidBy.in], field: `bundles.${saidBy.bundle}.store.name` }
    : { file: site.files.environment, field: 'store.name' };
  for (const cluster of clusterInputs(site.environment)) {
    const known = Object.keys(cluster.stores ?? {});
    if (!known.includes(name)) unknownName(site.report, at, name, `a store of the cluster ${cluster.name}`, known);
  }
}

function ownerOf(site: Site, keeper: Keeper): Owner {
  const { place, apart } = keeper;
  return {
    home: site.home,
    ...(place && { place }),
    clusters: site.clusters,
    words: { ...site.words, cluster: site.clusters[0]?.id ?? '' },
    labels: site.labels,
    stack: accessStackName(site, keeper),
    ...(apart !== undefined && { apart }),
    namespace: expand(site.environment.namespace ?? site.catalogue.namespace, site.words),
  };
}

function clusterStore(
  id: string,
  name: string,
  { backend = { kind: 'secretsManager' }, identity = defaultIdentity(backend.kind) }: ClusterStoreInput,
  cluster: PlannedCluster,
  open: OpenTo,
): OwnedStore {
  const place = placeOn(backend, cluster);
  const owner: Owner = {
    home: cluster.home,
    ...(place && { place }),
    clusters: [cluster],
    words: { cluster: cluster.id, store: name },
    labels: MANAGED_BY,
    stack: clusterAccessStackName(cluster.id),
  };
  const store: PlannedStore = {
    id,
    home: cluster.home,
    kind: 'ClusterSecretStore',
    name,
    provider: planProvider(backend, place),
    ...open,
    identity: planIdentity(identity, owner, { name }),
    operatorVersion: cluster.operator.version,
    labels: MANAGED_BY,
  };
  return { store, identity, owner };
}
