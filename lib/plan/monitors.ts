import type {
  Plan,
  PlannedBundle,
  PlannedCluster,
  PlannedEntry,
  PlannedExpiry,
  PlannedMonitoring,
  PlannedRefresh,
} from '../model';
import { parseDuration } from './durations';
import { MANAGED_BY, sortedLabels } from './names';

type Watched = Pick<Plan, 'clusters' | 'environments' | 'bundles' | 'pushes' | 'stores' | 'entries'>;

/** What there is to watch over on the clusters that are watched over. */
export const planMonitors = (plan: Watched): PlannedMonitoring[] =>
  plan.clusters.flatMap((cluster) => (cluster.monitoring ? [planMonitor(cluster, cluster.monitoring, plan)] : []));

// --- internal ---

function planMonitor(
  { id, home }: PlannedCluster,
  settings: Exclude<PlannedCluster['monitoring'], undefined>,
  plan: Watched,
): PlannedMonitoring {
  const homes = new Set([home, ...plan.environments.filter((it) => it.clusters.includes(id)).map((it) => it.id)]);
  const here = <Item extends { readonly home: string }>(items: readonly Item[]) =>
    items.filter((item) => homes.has(item.home));
  const syncs = here(plan.bundles).filter(({ source }) => source.kind === 'sync');
  const clusterStores = here(plan.stores).filter(({ kind }) => kind === 'ClusterSecretStore');
  return {
    id,
    home,
    ...settings,
    labels: sortedLabels({ ...MANAGED_BY, ...settings.labels }),
    namespaces: [...new Set(syncs.flatMap(({ namespace }) => namespace ?? []))].sort(),
    clusterSyncs: syncs
      .filter(({ namespace }) => namespace === undefined)
      .flatMap(syncName)
      .sort(),
    clusterExternalSecrets: syncs
      .flatMap(({ source }) => (source.kind === 'sync' && source.clusterSync ? [source.clusterSync.name] : []))
      .sort(),
    pushes: here(plan.pushes)
      .map(({ namespace, push }) => ({ namespace, name: push }))
      .sort(by(({ namespace, name }) => `${namespace}/${name}`)),
    clusterStores: clusterStores.map(({ name }) => name).sort(),
    refreshed: syncs.flatMap(planRefresh).sort(by(({ namespace = '', name }) => `${namespace}/${name}`)),
    expiring: here(plan.entries)
      .flatMap(planExpiry)
      .sort(by(({ entry }) => entry)),
  };
}

const by =
  <Item>(keyOf: (item: Item) => string) =>
  (a: Item, b: Item): number =>
    keyOf(a) < keyOf(b) ? -1 : 1;

const syncName = ({ source }: PlannedBundle): string[] => (source.kind === 'sync' ? [source.name] : []);

/** The others are read once, or when something changes: nobody can say that they are late. */
function planRefresh({ source, namespace }: PlannedBundle): PlannedRefresh[] {
  if (source.kind !== 'sync' || source.refreshPolicy !== 'Periodic') return [];
  const seconds = parseDuration(source.refreshInterval) ?? 0;
  return seconds > 0 ? [{ ...(namespace !== undefined && { namespace }), name: source.name, seconds }] : [];
}

function planExpiry({ id, backend, remoteKey, owner, expires }: PlannedEntry): PlannedExpiry[] {
  if (expires === undefined || backend === 'embedded') return [];
  return [{ entry: id, remoteKey, ...(owner !== undefined && { owner }), expires }];
}
