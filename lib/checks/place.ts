import type {
  Home,
  Plan,
  PlannedBackend,
  PlannedBundle,
  PlannedEntry,
  PlannedEnvironment,
  PlannedRole,
  PlannedStore,
  SaidBy,
} from '../model';
import { grouped, lazily } from './support/grouped';
import { DNS_LABEL, misnamed } from './support/name-rule';

type Is<Item> = (item: Item) => boolean;

/** What only an ExternalSecret has: an embedded Secret is never wrong in it. */
const SYNC_OPTIONS: ReadonlySet<string> = new Set([
  'syncName',
  'refreshInterval',
  'refreshPolicy',
  'creationPolicy',
  'deletionPolicy',
  'namespaceSelector',
  'clusterSyncName',
]);

/** Where something is written: the file and the field in the words of `environments/`. */
export class Places {
  private readonly environments: ReadonlyMap<Home, PlannedEnvironment>;
  private readonly folders: ReadonlyMap<string, string>;
  /** Cluster ids by home. */
  private readonly clusters: ReadonlyMap<Home, string>;

  constructor(private readonly plan: Plan) {
    this.environments = new Map(plan.environments.map((environment) => [environment.id, environment]));
    this.folders = new Map(plan.systems.map((system) => [system.id, system.folder]));
    this.clusters = new Map(plan.clusters.map((cluster) => [cluster.home, cluster.id]));
  }

  /** A field of the catalogue of an environment's system. */
  catalogue(home: Home, field: string): string {
    const [list, name = ''] = field.split('.');
    const isOwn = list === 'bundles' && this.ownBundles().has(`${this.systemOf(home)}/${name}`);
    return `${this.folderOf(home)}/catalogue.ts ${isOwn ? `entries.${name}.secretKey` : field}`;
  }

  environment(home: Home, field: string): string {
    return `${this.folderOf(home)}/${this.environments.get(home)?.name ?? 'index'}.ts ${field}`;
  }

  /** A field of a cluster, at the first environment that runs on it. */
  cluster(id: string, field: string): string {
    const host = this.hosts().get(id);
    return host ? this.environment(host.home, `${host.field}.${field}`) : `environments/index.ts ${id}.${field}`;
  }

  /** A field of what owns a home: an environment or a cluster. */
  owner(home: Home, field: string): string {
    const cluster = this.clusters.get(home);
    return cluster === undefined ? this.environment(home, field) : this.cluster(cluster, field);
  }

  /** A field of a backend, by its id: the environment's own, or one that a bundle says instead. */
  backend(id: PlannedBackend['id'], field: string): string {
    const { home = id, saidBy } = this.backends().get(id) ?? {};
    const whole = field === '' ? 'backend' : `backend.${field}`;
    return saidBy ? this.said(home, saidBy, whole) : this.environment(home, whole);
  }

  /** A field of the backend that a store reads. */
  backendOf(store: PlannedStore, field: string): string {
    return store.keeper === undefined ? this.store(store, `backend.${field}`) : this.backend(store.keeper, field);
  }

  /** A field of a store: an environment's, a bundle's or a cluster's. */
  store({ home, kind, name, saidBy }: PlannedStore, field: string): string {
    if (saidBy) return this.said(home, saidBy, `store.${field}`);
    return this.owner(home, `${kind === 'SecretStore' ? 'store' : `stores.${name}`}.${field}`);
  }

  /** A field of the identity that a role is made for, at the first store that reads as it. */
  role(role: PlannedRole, field: string): string {
    const store = this.stores().get(role.stores[0] ?? '');
    return store ? this.store(store, `identity.${field}`) : this.environment(role.home, `store.identity.${field}`);
  }

  /**
   * An option of a bundle that environments may say differently: the catalogue when every environment has the flaw,
   * else the environment.
   */
  bundle({ home, bundle }: PlannedBundle, field: string, isFlawed: Is<PlannedBundle> = () => true): string {
    const siblings = this.siblings(bundle, field, home);
    return this.either(siblings.every(isFlawed), home, `bundles.${bundle}.${field}`);
  }

  /**
   * An option of a bundle that environments have as well, for those that do not say: the environment's when all its
   * bundles have the flaw, unless the only one has it in every other environment too.
   */
  bundleOrEnvironment(bundle: PlannedBundle, field: string, isFlawed: Is<PlannedBundle>): string {
    const { home } = bundle;
    const own = (this.bundlesByHome().get(home) ?? []).filter(({ source }) => source.kind === 'sync');
    const isOnly = own.every((other) => other.bundle === bundle.bundle);
    const isEverywhere = isOnly && this.siblings(bundle.bundle, field, home).every(isFlawed);
    if (own.every(isFlawed) && !isEverywhere) return this.environment(home, field);
    return this.bundle(bundle, field, isFlawed);
  }

  /** The name of a bundle's Secret or ExternalSecret: the bundle itself where nothing else is said. */
  bundleName(bundle: PlannedBundle, field: 'secretName' | 'syncName', name: string): string {
    return name === bundle.bundle
      ? this.catalogue(bundle.home, `bundles.${bundle.bundle}`)
      : this.bundle(bundle, field);
  }

  /** An option of an entry, as {@link bundle}. */
  entry({ home, entry }: PlannedEntry, field: string, isFlawed: Is<PlannedEntry> = () => true): string {
    return this.either(this.sameEntries(home, entry).every(isFlawed), home, `entries.${entry}.${field}`);
  }

  /** The name of an entry: its own, or the backend's layout. */
  entryName({ home, entry, namedIn, keeper }: PlannedEntry): string {
    if (namedIn === 'backend') return this.backend(keeper, 'entryName');
    return this.either(namedIn === 'catalogue', home, `entries.${entry}.name`);
  }

  /** Whether there are other environments that have an entry, and something holds in all of them. */
  isInEveryOther({ home, entry }: PlannedEntry, holds: Is<PlannedEntry>): boolean {
    const others = this.sameEntries(home, entry).filter((other) => other.home !== home);
    return others.length > 0 && others.every(holds);
  }

  /** The namespace of a bundle: the system's when all its bundles have the flaw. */
  namespace(bundle: PlannedBundle, isFlawed: Is<PlannedBundle>): string {
    const { home } = bundle;
    if (!this.bundlesByHome().get(home)?.every(isFlawed)) return this.bundle(bundle, 'namespace', isFlawed);
    const everywhere = this.plan.bundles.filter((other) => this.systemOf(other.home) === this.systemOf(home));
    return this.either(everywhere.every(isFlawed), home, 'namespace');
  }

  /** Whether a name is wrong only because the system's or the environment's is, which has a finding of its own. */
  isFollowing(home: Home, name: string): boolean {
    const { system, name: own } = this.environments.get(home) ?? {};
    return [system, own].some(
      (word) => word !== undefined && name.includes(word) && misnamed(DNS_LABEL, word) !== undefined,
    );
  }

  /** The clusters that a home's objects are on; an environment without one is a cluster of its own. */
  clustersOf(home: Home): readonly string[] {
    const own = this.clusters.get(home);
    if (own !== undefined) return [own];
    const named = this.environments.get(home)?.clusters ?? [];
    return named.length > 0 ? named : [`(${home})`];
  }

  // --- internal ---

  private readonly hosts = lazily(() => hostsByCluster(this.plan.environments));
  private readonly backends = lazily(() => new Map(this.plan.backends.map((backend) => [backend.id, backend])));
  private readonly stores = lazily(() => new Map(this.plan.stores.map((store) => [store.id, store])));
  private readonly bundlesByHome = lazily(() => grouped(this.plan.bundles, ({ home }) => home));
  private readonly bundles = lazily(() =>
    grouped(this.plan.bundles, ({ home, bundle }) => `${this.systemOf(home)}/${bundle}`),
  );
  /** The bundles that stand with their entry. */
  private readonly ownBundles = lazily(
    () => new Set(this.plan.bundles.flatMap((it) => (it.ofEntry ? [`${this.systemOf(it.home)}/${it.bundle}`] : []))),
  );
  private readonly entries = lazily(() =>
    grouped(this.plan.entries, ({ home, entry }) => `${this.systemOf(home)}/${entry}`),
  );

  /** A bundle in all environments that have the option. */
  private siblings(bundle: string, field: string, home: Home): readonly PlannedBundle[] {
    const all = this.bundles().get(`${this.systemOf(home)}/${bundle}`) ?? [];
    return SYNC_OPTIONS.has(field) ? all.filter(({ source }) => source.kind === 'sync') : all;
  }

  /** An entry in all environments where it has a name and a key; an embedded one has neither. */
  private sameEntries(home: Home, entry: string): readonly PlannedEntry[] {
    const all = this.entries().get(`${this.systemOf(home)}/${entry}`) ?? [];
    return all.filter(({ backend }) => backend !== 'embedded');
  }

  private said(home: Home, { bundle, in: where }: SaidBy, field: string): string {
    return this[where](home, `bundles.${bundle}.${field}`);
  }

  private systemOf(home: Home): string {
    return this.environments.get(home)?.system ?? home;
  }

  private folderOf(home: Home): string {
    return this.folders.get(this.systemOf(home)) ?? `environments/${this.systemOf(home)}`;
  }

  private either(everywhere: boolean, home: Home, field: string): string {
    return everywhere ? this.catalogue(home, field) : this.environment(home, field);
  }
}

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
