import type {
  Cluster,
  ClusterStoreInput,
  Identity,
  PlannedBundle,
  PlannedCluster,
  PlannedPush,
  PlannedStore,
  PlannedSync,
  StoreInput,
} from '../model';
import { defaultIdentity, planIdentity } from './identities';
import { clusterHome, DEFAULT_STORE_NAMES, expand, MANAGED_BY } from './names';
import type { Owner } from './owner';
import { placeOn } from './places';
import { unknownName } from './problems';
import { planProvider } from './providers';
import type { Site } from './sites';
import { accessStackName, clusterAccessStackName } from './stacks';

/** A store and what its access is planned from. */
export interface OwnedStore {
  readonly store: PlannedStore;
  readonly identity: Identity | undefined;
  readonly owner: Owner;
  /** True for one that pushes: it reads for nobody. */
  readonly writes?: true;
}

/** The store that a sync in a namespace reads through. */
export function storeFor(site: Site, namespace: string): Pick<PlannedSync, 'storeRef' | 'stores'> {
  const store = storeInput(site);
  if (store.kind === 'ClusterSecretStore') {
    return {
      storeRef: { kind: store.kind, name: store.name },
      stores: site.clusters.map((c) => `${c.home}/${store.name}`),
    };
  }
  const name = storeName(site, store);
  return { storeRef: { kind: 'SecretStore', name }, stores: [`${site.home}/${namespace}/${name}`] };
}

/** Who reads from a site's backend. */
export function identityOf(site: Site): Identity | undefined {
  const input = storeInput(site);
  const { kind } = site.environment.backend;
  if (kind === 'embedded') return undefined;
  if (input.kind !== 'ClusterSecretStore') return input.identity ?? defaultIdentity(kind);
  const store = clusterInputs(site)[0]?.stores?.[input.name];
  return store && (store.identity ?? defaultIdentity(store.backend?.kind ?? 'secretsManager'));
}

/** The environment of a site, as the owner of its stores. */
export function ownerOf(site: Site): Owner {
  return {
    home: site.home,
    ...(site.place && { place: site.place }),
    clusters: site.clusters,
    words: { ...site.words, cluster: site.clusters[0]?.id ?? '' },
    labels: site.labels,
    stack: accessStackName(site),
    namespace: expand(site.environment.namespace ?? site.catalogue.namespace, site.words),
  };
}

/** A SecretStore in each namespace that reads, or pushes through the store that reads. */
export function planStores(
  site: Site,
  bundles: readonly PlannedBundle[],
  pushes: readonly PlannedPush[],
): OwnedStore[] {
  const input = storeInput(site);
  const { backend } = site.environment;
  if (backend.kind === 'embedded') return [];
  if (input.kind === 'ClusterSecretStore') {
    reportUnknownStores(site, input.name);
    return [];
  }
  const owner = ownerOf(site);
  const identity = input.identity ?? defaultIdentity(backend.kind);
  const name = storeName(site, input);
  const reading = bundles.filter(({ generator }) => !generator);
  const pushing = pushes.filter(({ storeRef }) => storeRef.name === name);
  const namespaces = [...new Set([...reading, ...pushing].map(({ namespace }) => namespace))].sort();
  return namespaces.map((namespace) => ({
    store: {
      id: `${site.home}/${namespace}/${name}`,
      home: site.home,
      kind: 'SecretStore',
      name,
      namespace,
      provider: planProvider(backend, site.place),
      conditions: [],
      identity: planIdentity(identity, owner, { name, namespace }),
      operatorVersion: site.clusters[0]?.operator.version ?? '',
      labels: site.labels,
    },
    identity,
    owner,
  }));
}

/** The ClusterSecretStores that something reads through, each open to the namespaces that do and to no other. */
export function planClusterStores(
  sites: readonly Site[],
  bundles: readonly PlannedBundle[],
  pushes: readonly PlannedPush[],
): OwnedStore[] {
  const readers = new Map<string, Set<string>>();
  const syncs = bundles.flatMap(({ source, namespace }) => (source.kind === 'sync' ? [{ ...source, namespace }] : []));
  for (const { storeRef, stores, namespace } of [...syncs, ...pushes]) {
    if (storeRef?.kind !== 'ClusterSecretStore') continue;
    for (const store of stores) readers.set(store, (readers.get(store) ?? new Set()).add(namespace));
  }
  const owned = new Map<string, OwnedStore>();
  for (const site of sites) {
    for (const [at, cluster] of clusterInputs(site).entries()) {
      for (const [name, input] of Object.entries(cluster.stores ?? {})) {
        const id = `${clusterHome(cluster.name)}/${name}`;
        const namespaces = readers.get(id);
        if (namespaces && !owned.has(id)) {
          owned.set(id, clusterStore(id, name, input, site.clusters[at]!, [...namespaces].sort()));
        }
      }
    }
  }
  return [...owned.values()];
}

// --- internal ---

type NamespacedStore = Exclude<StoreInput, { kind: 'ClusterSecretStore' }>;

const storeInput = (site: Site): StoreInput => site.environment.store ?? {};

function storeName({ environment, words }: Site, { name }: NamespacedStore): string {
  const { kind } = environment.backend;
  return name === undefined ? DEFAULT_STORE_NAMES[kind === 'embedded' ? 'secretsManager' : kind] : expand(name, words);
}

const clusterInputs = ({ environment }: Site): readonly Cluster[] =>
  environment.clusters ?? (environment.cluster ? [environment.cluster] : []);

function reportUnknownStores(site: Site, name: string): void {
  const at = { file: site.files.environment, field: 'store.name' };
  for (const cluster of clusterInputs(site)) {
    const known = Object.keys(cluster.stores ?? {});
    if (!known.includes(name)) unknownName(site.report, at, name, `a store of the cluster ${cluster.name}`, known);
  }
}

function clusterStore(
  id: string,
  name: string,
  { backend = { kind: 'secretsManager' }, identity = defaultIdentity(backend.kind) }: ClusterStoreInput,
  cluster: PlannedCluster,
  conditions: readonly string[],
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
    conditions,
    identity: planIdentity(identity, owner, { name }),
    operatorVersion: cluster.operator.version,
    labels: MANAGED_BY,
  };
  return { store, identity, owner };
}
