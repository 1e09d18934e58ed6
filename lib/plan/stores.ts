import type {
  Cluster,
  Identity,
  Labels,
  PlannedBundle,
  PlannedCluster,
  PlannedIdentity,
  PlannedStore,
  PlannedSync,
  StoreInput,
} from '../model';
import {
  clusterHome,
  DEFAULT_SERVICE_ACCOUNT,
  DEFAULT_STORE_NAME,
  DNS_SUBDOMAIN_LIMIT,
  expand,
  MANAGED_BY,
  type Place,
  withinLimit,
} from './names';
import { unknownName } from './problems';
import type { Site } from './sites';
import { accessStackName, clusterAccessStackName } from './stacks';

/** A store and what its access is planned from. */
export interface OwnedStore {
  readonly store: PlannedStore;
  readonly identity: Identity;
  readonly owner: Owner;
}

/** Who owns a store: an environment, or a cluster. */
export interface Owner {
  readonly home: string;
  readonly place: Place;
  /** The clusters whose tokens are trusted. */
  readonly clusters: readonly PlannedCluster[];
  readonly words: Readonly<Record<string, string>>;
  readonly labels: Labels;
  readonly stack: string;
  /** The system's own namespace: whatever others come, the role that reads there keeps its name and construct id. */
  readonly namespace?: string;
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

/** A SecretStore in each namespace that reads. */
export function planStores(site: Site, bundles: readonly PlannedBundle[]): OwnedStore[] {
  const input = storeInput(site);
  if (!site.place || site.environment.backend.kind === 'embedded') return [];
  if (input.kind === 'ClusterSecretStore') {
    reportUnknownStores(site, input.name);
    return [];
  }
  const namespaces = [...new Set(bundles.map((bundle) => bundle.namespace))].sort();
  const owner = ownerOf(site, site.place);
  const { identity } = input;
  return namespaces.map((namespace) => ({
    store: {
      id: `${site.home}/${namespace}/${storeName(site, input)}`,
      home: site.home,
      kind: 'SecretStore',
      name: storeName(site, input),
      namespace,
      region: owner.place.region,
      conditions: [],
      identity: planIdentity(identity, owner, namespace),
      operatorVersion: site.clusters[0]?.operator.version ?? '',
      labels: site.labels,
    },
    identity,
    owner,
  }));
}

/** The ClusterSecretStores that something reads through, each open to the namespaces that do and to no other. */
export function planClusterStores(sites: readonly Site[], bundles: readonly PlannedBundle[]): OwnedStore[] {
  const readers = new Map<string, Set<string>>();
  for (const { source, namespace } of bundles) {
    if (source.kind !== 'sync' || source.storeRef.kind === 'SecretStore') continue;
    for (const store of source.stores) readers.set(store, (readers.get(store) ?? new Set()).add(namespace));
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

type NamespacedStore = Extract<StoreInput, { identity: Identity }>;

const storeInput = (site: Site): StoreInput => site.environment.store ?? { identity: { kind: 'irsa' } };

const storeName = (site: Site, store: NamespacedStore): string =>
  store.name === undefined ? DEFAULT_STORE_NAME : expand(store.name, site.words);

const clusterInputs = ({ environment }: Site): readonly Cluster[] =>
  environment.clusters ?? (environment.cluster ? [environment.cluster] : []);

function reportUnknownStores(site: Site, name: string): void {
  const at = { file: site.files.environment, field: 'store.name' };
  for (const cluster of clusterInputs(site)) {
    const known = Object.keys(cluster.stores ?? {});
    if (!known.includes(name)) unknownName(site.report, at, name, `a store of the cluster ${cluster.name}`, known);
  }
}

function ownerOf(site: Site, place: Place): Owner {
  return {
    home: site.home,
    place,
    clusters: site.clusters,
    words: { ...site.words, cluster: site.clusters[0]?.id ?? '' },
    labels: site.labels,
    stack: accessStackName(site),
    namespace: expand(site.environment.namespace ?? site.catalogue.namespace, site.words),
  };
}

function clusterStore(
  id: string,
  name: string,
  input: { readonly identity: Identity; readonly region?: string },
  cluster: PlannedCluster,
  conditions: readonly string[],
): OwnedStore {
  const region = input.region ?? cluster.region;
  const owner: Owner = {
    home: cluster.home,
    place: { partition: cluster.partition, account: cluster.account, region },
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
    region,
    conditions,
    identity: planIdentity(input.identity, owner, undefined),
    operatorVersion: cluster.operator.version,
    labels: MANAGED_BY,
  };
  return { store, identity: input.identity, owner };
}

/** The ServiceAccount or Secret that a store names. A ClusterSecretStore must say the namespace: else it is the reader's. */
function planIdentity(identity: Identity, owner: Owner, namespace: string | undefined): PlannedIdentity {
  const operator = owner.clusters[0]?.operator;
  const home =
    namespace ?? (identity.kind === 'podIdentity' ? undefined : identity.namespace) ?? operator?.namespace ?? '';
  switch (identity.kind) {
    case 'irsa': {
      const fallback = namespace === undefined ? (operator?.serviceAccount ?? '') : DEFAULT_SERVICE_ACCOUNT;
      const serviceAccount = withinLimit(expand(identity.serviceAccount ?? fallback, owner.words), DNS_SUBDOMAIN_LIMIT);
      return { kind: 'irsa', serviceAccount, namespace: identity.namespace ?? home };
    }
    case 'podIdentity':
      return {
        kind: 'podIdentity',
        serviceAccount: operator?.serviceAccount ?? '',
        namespace: operator?.namespace ?? '',
      };
    case 'staticCredentials':
      return {
        kind: 'staticCredentials',
        secretName: identity.secretName,
        namespace: identity.namespace ?? home,
        accessKeyIdKey: identity.accessKeyIdKey ?? 'access-key-id',
        secretAccessKeyKey: identity.secretAccessKeyKey ?? 'secret-access-key',
      };
  }
}
