import type { PlannedMonitoring, PlannedRefresh } from '../../model';
import type { Alert } from './alert';
import { METRICS, READY } from './metrics';
import { duration, type Matchers, select } from './promql';

/** For syncs that the operator has not looked at for several of their refresh intervals: one for each namespace and time. */
export function staleAlerts(monitoring: PlannedMonitoring): Alert[] {
  const groups = new Map<string, [seconds: number, syncs: PlannedRefresh[]]>();
  for (const sync of monitoring.refreshed) {
    const seconds = Math.max(sync.seconds * monitoring.thresholds.missedRefreshes, SHORTEST);
    if (seconds > LONGEST) continue;
    const key = `${sync.namespace ?? ''} ${seconds}`;
    const [, syncs] = groups.get(key) ?? [seconds, []];
    groups.set(key, [seconds, [...syncs, sync]]);
  }
  return [...groups.values()].map(([seconds, syncs]) => staleAlert(duration(seconds), syncs));
}

// --- internal ---

/** The operator waits up to 17 minutes before it tries again what fails, which has an alert of its own. */
const SHORTEST = 30 * 60;
/** What Prometheus keeps unless it is told. @see https://prometheus.io/docs/prometheus/latest/storage/ */
const LONGEST = 15 * 24 * 3600;

function staleAlert(time: string, syncs: readonly PlannedRefresh[]): Alert {
  const { namespace } = syncs[0]!;
  const place = namespace === undefined ? {} : { namespace };
  const which = { ...place, name: syncs.map(({ name }) => name) };
  const expr = staleFor(time, select(METRICS.syncCalls, which));
  return {
    alert: 'ExternalSecretStale',
    expr: namespace === undefined ? `${expr}\n${stillThere(which)}` : expr,
    labels: { ...place, severity: 'warning', stale_for: time },
    summary: 'ExternalSecret {{ $labels.namespace }}/{{ $labels.name }} is not refreshed',
    description: `The operator has not looked at it for ${time}, several of its refresh intervals: the Secret may be older than the backend's value. Is it still there, with its refresh interval? Else the operator hangs or has too much to do: see its log, and "concurrent".`,
  };
}

/**
 * A counter that stands still. One that begins was not counted for the whole time, and says nothing; nor do two, of a pod
 * and of the one after it: each may stand still in its own part of the time.
 */
const staleFor = (time: string, series: string): string =>
  [
    `sum by (namespace, name) (increase(${series}[${time}])) == 0`,
    `and count by (namespace, name) (count_over_time(${series}[${time}])) == 1`,
    `and count by (namespace, name) (${series} offset ${time})`,
  ].join('\n');

/** A namespace that is no longer selected loses its sync, which nobody misses: the count stays, the condition does not. */
const stillThere = (which: Matchers): string =>
  `and count by (namespace, name) (${select(METRICS.syncCondition, { ...READY, ...which })})`;
