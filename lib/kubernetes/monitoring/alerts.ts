import type { PlannedMonitoring } from '../../model';
import type { Alert } from './alert';
import { expiryAlerts } from './expiry-alerts';
import { METRICS } from './metrics';
import { type Matchers, select } from './promql';
import { staleAlerts } from './stale-alerts';

/** Every alert of a cluster. */
export function alertsOf(monitoring: PlannedMonitoring): Alert[] {
  return [...syncAlerts(monitoring), ...staleAlerts(monitoring), ...expiryAlerts(monitoring)];
}

/** Which syncs and stores are watched; undefined where there are none. */
export function watched({ watch, namespaces }: PlannedMonitoring): Matchers | undefined {
  if (watch === 'cluster') return {};
  return namespaces.length > 0 ? { namespace: namespaces } : undefined;
}

// --- internal ---

const NOT_READY: Matchers = { condition: 'Ready', status: 'False' };

function syncAlerts(monitoring: PlannedMonitoring): Alert[] {
  const where = watched(monitoring);
  if (!where) return [];
  return [
    syncNotReady(monitoring, where),
    storeNotReady(monitoring, where),
    ...clusterStoreNotReady(monitoring),
    callsFail(monitoring),
    silent(monitoring, where),
  ];
}

const syncNotReady = ({ thresholds: { notReadyFor } }: PlannedMonitoring, where: Matchers): Alert => ({
  alert: 'ExternalSecretNotReady',
  expr: `max by (namespace, name) (${select(METRICS.syncCondition, { ...NOT_READY, ...where })}) == 1`,
  for: notReadyFor,
  labels: { severity: 'warning' },
  summary: 'ExternalSecret {{ $labels.namespace }}/{{ $labels.name }} does not sync',
  description: `It has been not ready for ${notReadyFor}. Its Secret stays as it was; where there is none yet, pods that need it do not start. "kubectl describe externalsecret {{ $labels.name }} -n {{ $labels.namespace }}" says why. If its store is not ready either, begin there.`,
});

const storeNotReady = ({ thresholds: { notReadyFor } }: PlannedMonitoring, where: Matchers): Alert => ({
  alert: 'SecretStoreNotReady',
  expr: `max by (namespace, name) (${select(METRICS.storeCondition, { ...NOT_READY, ...where })}) == 1`,
  for: notReadyFor,
  labels: { severity: 'critical' },
  summary: 'SecretStore {{ $labels.namespace }}/{{ $labels.name }} is not ready',
  description: `Nothing that reads through it has synced for ${notReadyFor}: the operator cannot log in to the backend. "kubectl describe secretstore {{ $labels.name }} -n {{ $labels.namespace }}" says why: a role, its trust, a ServiceAccount, or an address.`,
});

function clusterStoreNotReady({ watch, clusterStores, thresholds: { notReadyFor } }: PlannedMonitoring): Alert[] {
  if (watch === 'project' && clusterStores.length === 0) return [];
  const which = watch === 'cluster' ? {} : { name: clusterStores };
  return [
    {
      alert: 'ClusterSecretStoreNotReady',
      expr: `max by (name) (${select(METRICS.clusterStoreCondition, { ...NOT_READY, ...which })}) == 1`,
      for: notReadyFor,
      labels: { severity: 'critical' },
      summary: 'ClusterSecretStore {{ $labels.name }} is not ready',
      description: `Nothing that reads through it has synced for ${notReadyFor}, in any namespace: the operator cannot log in to the backend. "kubectl describe clustersecretstore {{ $labels.name }}" says why: a role, its trust, a ServiceAccount, or an address.`,
    },
  ];
}

function callsFail({ thresholds: { failedCalls } }: PlannedMonitoring): Alert {
  const perSecond = (matchers: Matchers) => `sum by (provider, call) (rate(${select(METRICS.calls, matchers)}[15m]))`;
  return {
    alert: 'SecretBackendCallsFail',
    expr: `${perSecond({ status: 'error' })} / ${perSecond({})} > ${failedCalls}`,
    for: '15m',
    labels: { severity: 'warning' },
    summary: '{{ $labels.provider }} refuses {{ $value | humanizePercentage }} of {{ $labels.call }}',
    description: `More than ${failedCalls * 100} % of these calls have failed for 15m, of the whole operator: it is throttled, not allowed, or reads what is not there. The events of ExternalSecrets and stores, and the operator's log, hold the backend's answer. Throttled? Longer refresh intervals, fewer syncs.`,
  };
}

const silent = ({ id, thresholds: { silentFor } }: PlannedMonitoring, where: Matchers): Alert => ({
  alert: 'ExternalSecretsSilent',
  expr: `absent(${select(METRICS.syncCalls, where)})`,
  for: silentFor,
  labels: { severity: 'critical' },
  summary: `No metrics of the External Secrets Operator on the cluster ${id}`,
  description: `For ${silentFor} nobody has told Prometheus of these syncs: the operator does not run, or is not scraped. No other alert of syncs and stores can fire meanwhile. Look at its pods first, then at the target in Prometheus.`,
});
