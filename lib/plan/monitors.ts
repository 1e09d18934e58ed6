import type {
  Plan,
  PlannedBundle,
  PlannedCluster,
  PlannedEntry,
  PlannedExpiry,
  PlannedMonitoring,
  PlannedOperator,
  PlannedRefresh,
} from '../model';
import { parseDuration } from './durations';
import { MANAGED_BY, sortedLabels } from './names';

/** What there is to watch over on the clusters that are watched over. */
export function planMonitors(
  plan: Pick<Plan, 'clusters' | 'operators' | 'environments' | 'bundles' | 'stores' | 'entries'>,
): PlannedMonitoring[] {
  return plan.clusters.flatMap((cluster) => {
    const { id, home, monitoring } = cluster;
    if (!monitoring) return [];
    const homes = new Set([home, ...plan.environments.filter((it) => it.clusters.includes(id)).map((it) => it.id)]);
    const here = <Item extends { readonly home: string }>(items: readonly Item[]) =>
      items.filter((item) => homes.has(item.home));
    const syncs = here(plan.bundles).filter(({ source }) => source.kind === 'sync');
    const clusterStores = here(plan.stores).filter(({ kind }) => kind === 'ClusterSecretStore');
    return [
      {
        id,
        home,
        ...monitoring,
        labels: sortedLabels({ ...MANAGED_BY, ...monitoring.labels }),
        ...planService(cluster, plan.operators),
        namespaces: [...new Set(syncs.map(({ namespace }) => namespace))].sort(),
        clusterStores: clusterStores.map(({ name }) => name).sort(),
        refreshed: syncs.flatMap(planRefresh).sort(by(({ namespace, name }) => `${namespace}/${name}`)),
        expiring: here(plan.entries)
          .flatMap(planExpiry)
          .sort(by(({ entry }) => entry)),
      },
    ];
  });
}

// --- internal ---

const by =
  <Item>(keyOf: (item: Item) => string) =>
  (a: Item, b: Item): number =>
    keyOf(a) < keyOf(b) ? -1 : 1;

/** The chart of an operator that we install brings a ServiceMonitor of its own. */
function planService(
  { id, operator: { namespace }, monitoring }: PlannedCluster,
  installed: readonly PlannedOperator[],
): Pick<PlannedMonitoring, 'service'> {
  const labels = monitoring?.metricsService;
  return labels && !installed.some((operator) => operator.id === id) ? { service: { namespace, labels } } : {};
}

/** The others are read once, or when something changes: nobody can say that they are late. */
function planRefresh({ source, namespace }: PlannedBundle): PlannedRefresh[] {
  if (source.kind !== 'sync' || source.refreshPolicy !== 'Periodic') return [];
  const seconds = parseDuration(source.refreshInterval) ?? 0;
  return seconds > 0 ? [{ namespace, name: source.name, seconds }] : [];
}

function planExpiry({ id, backend, remoteKey, owner, expires }: PlannedEntry): PlannedExpiry[] {
  if (expires === undefined || backend === 'embedded') return [];
  return [{ entry: id, remoteKey, ...(owner !== undefined && { owner }), expires }];
}
