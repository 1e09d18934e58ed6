import type { Home, Plan, PlannedBundle, PlannedEntry, PlannedEnvironment, PlannedRole, PlannedStore } from '../model';
import { grouped, lazily } from './support/grouped';
import { DNS_LABEL, misnamed } from './support/name-rule';

/** Where something is written: the file and the field in the words of `environments/`. */
export interface Places {
  /** A field of the catalogue of an environment's system. */
  catalogue(home: Home, field: string): string;
  environment(home: Home, field: string): string;
  /** A field of a cluster, at the first environment that runs on it. */
  cluster(id: string, field: string): string;
  /** A field of what owns a home: an environment or a cluster. */
  owner(home: Home, field: string): string;
  /** A field of a store: an environment's, or a cluster's. */
  store(store: PlannedStore, field: string): string;
  /** A field of the identity that a role is made for, at the first store that reads as it. */
  role(role: PlannedRole, field: string): string;
  /**
   * An option of a bundle that environments may say differently: the catalogue when every environment has the flaw,
   * else the environment.
   */
  bundle(bundle: PlannedBundle, field: string, isFlawed?: (bundle: PlannedBundle) => boolean): string;
  /** The namespace of a bundle: the system's when all its bundles have the flaw. */
  namespace(bundle: PlannedBundle, isFlawed: (bundle: PlannedBundle) => boolean): string;
  /** An option of an entry, as {@link bundle}. */
  entry(entry: PlannedEntry, field: string, isFlawed?: (entry: PlannedEntry) => boolean): string;
  /** Whether a name is wrong only because the system's or the environment's is, which has a finding of its own. */
  isFollowing(home: Home, name: string): boolean;
  /** The clusters that a home's objects are on; an environment without one is a cluster of its own. */
  clustersOf(home: Home): readonly string[];
}

export function placesOf(plan: Plan): Places {
  const environments = new Map(plan.environments.map((environment) => [environment.id, environment]));
  const folders = new Map(plan.systems.map((system) => [system.id, system.folder]));
  const clusters = new Map(plan.clusters.map((cluster) => [cluster.home, cluster.id]));
  const systemOf = (home: Home) => environments.get(home)?.system ?? home;
  const fileOf = (home: Home, name: string) =>
    `${folders.get(systemOf(home)) ?? `environments/${systemOf(home)}`}/${name}.ts`;

  const catalogue = (home: Home, field: string) => `${fileOf(home, 'catalogue')} ${field}`;
  const environment = (home: Home, field: string) =>
    `${fileOf(home, environments.get(home)?.name ?? 'index')} ${field}`;

  const hosts = lazily(() => hostsByCluster(plan.environments));
  const cluster = (id: string, field: string) => {
    const host = hosts().get(id);
    return host ? environment(host.home, `${host.field}.${field}`) : `environments/index.ts ${id}.${field}`;
  };
  const store = ({ home, kind, name }: PlannedStore, field: string) =>
    kind === 'SecretStore'
      ? environment(home, `store.${field}`)
      : cluster(clusters.get(home) ?? home, `stores.${name}.${field}`);

  const stores = lazily(() => new Map(plan.stores.map((planned) => [planned.id, planned])));
  const byHome = lazily(() => grouped(plan.bundles, ({ home }) => home));
  const bySystem = lazily(() => grouped(plan.bundles, ({ home }) => systemOf(home)));
  const bundles = lazily(() => grouped(plan.bundles, (planned) => `${systemOf(planned.home)}/${planned.bundle}`));
  const entries = lazily(() => grouped(plan.entries, (planned) => `${systemOf(planned.home)}/${planned.entry}`));
  const bundle: Places['bundle'] = (planned, field, isFlawed = () => true) => {
    const siblings = bundles().get(`${systemOf(planned.home)}/${planned.bundle}`) ?? [];
    return (siblings.every(isFlawed) ? catalogue : environment)(planned.home, `bundles.${planned.bundle}.${field}`);
  };

  return {
    catalogue,
    environment,
    cluster,
    owner: (home, field) => (clusters.has(home) ? cluster(clusters.get(home)!, field) : environment(home, field)),
    store,
    role: (role, field) => {
      const own = stores().get(role.stores[0] ?? '');
      return own ? store(own, `identity.${field}`) : environment(role.home, `store.identity.${field}`);
    },
    bundle,
    namespace: (planned, isFlawed) => {
      if (!byHome().get(planned.home)?.every(isFlawed)) return bundle(planned, 'namespace', isFlawed);
      const everywhere = bySystem().get(systemOf(planned.home))?.every(isFlawed);
      return (everywhere ? catalogue : environment)(planned.home, 'namespace');
    },
    entry: (planned, field, isFlawed = () => true) => {
      const siblings = entries().get(`${systemOf(planned.home)}/${planned.entry}`) ?? [];
      return (siblings.every(isFlawed) ? catalogue : environment)(planned.home, `entries.${planned.entry}.${field}`);
    },
    isFollowing: (home, name) => {
      const { system, name: own } = environments.get(home) ?? {};
      return [system, own].some(
        (word) => word !== undefined && name.includes(word) && misnamed(DNS_LABEL, word) !== undefined,
      );
    },
    clustersOf: (home) => {
      const own = clusters.get(home);
      if (own !== undefined) return [own];
      const named = environments.get(home)?.clusters ?? [];
      return named.length > 0 ? named : [`(${home})`];
    },
  };
}

// --- internal ---

/** The first environment that names each cluster, and where in it. */
function hostsByCluster(environments: readonly PlannedEnvironment[]): Map<string, { home: Home; field: string }> {
  const hosts = new Map<string, { home: Home; field: string }>();
  for (const { id: home, clusters } of environments) {
    for (const [at, id] of clusters.entries()) {
      const field = clusters.length > 1 ? `clusters.${at}` : 'cluster';
      if (!hosts.has(id)) hosts.set(id, { home, field });
    }
  }
  return hosts;
}
