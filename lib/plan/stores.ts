import type {
  ClusterStoreInput,
  Identity,
  PlannedBundle,
  PlannedCluster,
  PlannedPush,
  PlannedStore,
  PlannedSync,
  RemoteBackend,
} from '../model';
import { guestsByStore, type OpenTo } from './cluster-guests';
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

/** A store and what its access is planned from. */
export interface OwnedStore {
  readonly store: PlannedStore;
  readonly identity: Identity | undefined;
  readonly owner: Owner;
  /** Of one that only pushes: the name of the store that reads there. */
  readonly beside?: string;
}

export interface NamedStore extends Pick<OwnedStore, 'beside'> {
  readonly name: string;
  readonly namespace: string;
}

/** The store that a sync or a push goes through: one in its namespace, if it has one, or one of the cluster. */
export function storeFor(
  site: Site,
  { kind, name }: KeeperStore,
  namespace: string | undefined,
): Required<Pick<PlannedSync, 'storeRef' | 'stores'>> {
  const own = namespace === undefined ? [] : [`${site.home}/${namespace}`];
  const owners = kind === 'ClusterSecretStore' ? site.clusters.map(({ home }) => home) : own;
  return { storeRef: { kind, name }, stores: owners.map((owner) => `${owner}/${name}`) };
}

/** Who reads from a backend of a site. */
export function identityOf(site: Site, { backend, store }: Keeper): Identity | undefined {
  if (backend.kind === 'embedded' || !store) return undefined;
  if (store.kind !== 'ClusterSecretStore') return store.identity ?? defaultIdentity(backend.kind);
  const input = clusterInputs(site.environment)[0]?.stores?.[store.name];
  return input && (input.identity ?? defaultIdentity(input.backend?.kind ?? 'secretsManager'));
}

/** A SecretStore for each backend in each namespace that reads it, or pushes through the store that reads. */
export function planStores(
  site: Site,
  bundles: readonly PlannedBundle[],
  pushes: readonly PlannedPush[],
): OwnedStore[] {
  const reading = bundles.filter(({ generator }) => !generator);
  return site.keepers.all.flatMap((keeper) => {
    const pushing = pushes.filter(({ storeRef }) => storeRef.name === keeper.store?.name);
    const own = [...reading, ...pushing].filter((it) => it.keeper === keeper.id);
    return storesOf(site, keeper, [...new Set(own.flatMap(({ namespace }) => namespace ?? []))].sort());
  });
}

/** A SecretStore of a backend that an identity uses. */
export function planStore(
  site: Site,
  keeper: Keeper,
  { name, namespace, beside }: NamedStore,
  backend: RemoteBackend,
  identity: Identity | undefined,
): OwnedStore {
  const saidBy = keeper.store?.saidBy;
  const owner = ownerOf(site, keeper);
  return {
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
      identity: planIdentity(identity, owner, { name: beside ?? name, namespace }),
      operatorVersion: site.clusters[0]?.operator.version ?? '',
      labels: site.labels,
    },
    identity,
    owner,
    ...(beside !== undefined && { beside }),
  };
}

/** The ClusterSecretStores that something goes through, each open to the namespaces where it does and to no other. */
export function planClusterStores(
  sites: readonly Site[],
  bundles: readonly PlannedBundle[],
  pushes: readonly PlannedPush[],
): OwnedStore[] {
  const guests = guestsByStore(bundles, pushes);
  const owned = new Map<string, OwnedStore>();
  for (const site of sites) {
    for (const [at, cluster] of clusterInputs(site.environment).entries()) {
      for (const [name, input] of Object.entries(cluster.stores ?? {})) {
        const id = `${clusterHome(cluster.name)}/${name}`;
        const open = guests.get(id);
        if (open && !owned.has(id)) owned.set(id, clusterStore(id, name, input, site.clusters[at]!, open));
      }
    }
  }
  return [...owned.values()];
}

// --- internal ---

function storesOf(site: Site, keeper: Keeper, namespaces: readonly string[]): OwnedStore[] {
  const { backend, store } = keeper;
  if (backend.kind === 'embedded' || !store) return [];
  if (store.kind === 'ClusterSecretStore') {
    reportUnknownStores(site, store);
    return [];
  }
  const identity = identityOf(site, keeper);
  return namespaces.map((namespace) => planStore(site, keeper, { name: store.name, namespace }, backend, identity));
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

function reportUnknownStores(site: Site, { name, saidBy }: KeeperStore): void {
  const at = saidBy
    ? { file: site.files[saidBy.in], field: `bundles.${saidBy.bundle}.store.name` }
    : { file: site.files.environment, field: 'store.name' };
  for (const cluster of clusterInputs(site.environment)) {
    const known = Object.keys(cluster.stores ?? {});
    if (!known.includes(name)) unknownName(site.report, at, name, `a store of the cluster ${cluster.name}`, known);
  }
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
