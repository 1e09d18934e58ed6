import type { PlannedMonitoring } from '../../model';
import type { Alert } from './alert';
import { expiryAlerts } from './expiry-alerts';
import { METRICS, NOT_READY } from './metrics';
import { type Matchers, select } from './promql';
import { staleAlerts } from './stale-alerts';

/** Every alert of a cluster. */
export function alertsOf(monitoring: PlannedMonitoring): Alert[] {
  const syncs = syncsOf(monitoring);
  const pushes = pushesOf(monitoring);
  const signs = signsOfLife(monitoring, syncs, pushes);
  const namespaces = storeNamespaces(monitoring);
  return [
    ...(syncs.length > 0 ? [syncNotReady(monitoring, syncs)] : []),
    ...(pushes.length > 0 ? [pushNotReady(monitoring, pushes)] : []),
    ...(signs.length > 0 ? [callsFail(monitoring), silent(monitoring, signs)] : []),
    ...(namespaces.length > 0 ? [storeNotReady(monitoring, namespaces)] : []),
    ...(monitoring.clusterStores.length > 0 ? [clusterStoreNotReady(monitoring)] : []),
    ...staleAlerts(monitoring),
    ...expiryAlerts(monitoring),
  ];
}

// --- internal ---

/** By what the syncs of this project are told from those of others on the cluster. */
const syncsOf = ({ namespaces, clusterSyncs }: PlannedMonitoring): Matchers[] => [
  ...(namespaces.length > 0 ? [{ namespace: namespaces }] : []),
  ...(clusterSyncs.length > 0 ? [{ name: clusterSyncs }] : []),
];

/** The pushes of this project: metrics of a PushSecret that is gone stay, so that each is named. */
const pushesOf = ({ pushes }: PlannedMonitoring): Matchers[] =>
  [...new Set(pushes.map(({ namespace }) => namespace))].map((namespace) => ({
    namespace,
    name: pushes.filter((push) => push.namespace === namespace).map(({ name }) => name),
  }));

/** Where stores are that this project reads or writes through. */
const storeNamespaces = ({ namespaces, pushes }: PlannedMonitoring): string[] =>
  [...new Set([...namespaces, ...pushes.map(({ namespace }) => namespace)])].sort();

/** What an operator tells that works. Of a ClusterExternalSecret too: no namespace may be of its kind yet. */
const signsOfLife = (
  monitoring: PlannedMonitoring,
  syncs: readonly Matchers[],
  pushes: readonly Matchers[],
): string[] => [
  ...each(METRICS.syncCalls, syncs),
  ...(monitoring.clusterExternalSecrets.length > 0
    ? [select(METRICS.clusterSyncDuration, { name: monitoring.clusterExternalSecrets })]
    : []),
  ...each(METRICS.pushDuration, pushes),
];

const each = (metric: string, which: readonly Matchers[]): string[] =>
  which.map((matchers) => select(metric, matchers));

const anyOf = (metric: string, which: readonly Matchers[]): string => each(metric, which).join(' or ');

const syncNotReady = ({ thresholds: { notReadyFor } }: PlannedMonitoring, syncs: readonly Matchers[]): Alert => {
  const series = syncs.map((matchers) => ({ ...NOT_READY, ...matchers }));
  return {
    alert: 'ExternalSecretNotReady',
    expr: `max by (namespace, name) (${anyOf(METRICS.syncCondition, series)}) == 1`,
    for: notReadyFor,
    labels: { severity: 'warning' },
    summary: 'ExternalSecret {{ $labels.namespace }}/{{ $labels.name }} does not sync',
    description: `It has been not ready for ${notReadyFor}. Its Secret stays as it was; where there is none yet, pods that need it do not start. "kubectl describe externalsecret {{ $labels.name }} -n {{ $labels.namespace }}" says why. If its store is not ready either, begin there.`,
  };
};

const pushNotReady = ({ thresholds: { notReadyFor } }: PlannedMonitoring, pushes: readonly Matchers[]): Alert => {
  const series = pushes.map((matchers) => ({ ...NOT_READY, ...matchers }));
  return {
    alert: 'PushSecretNotReady',
    expr: `max by (namespace, name) (${anyOf(METRICS.pushCondition, series)}) == 1`,
    for: notReadyFor,
    labels: { severity: 'warning' },
    summary: 'PushSecret {{ $labels.namespace }}/{{ $labels.name }} does not push',
    description: `It has been not ready for ${notReadyFor}. Its entry stays as it was, and may be older than the Secret; where there is none yet, nothing can read it. "kubectl describe pushsecret {{ $labels.name }} -n {{ $labels.namespace }}" says why. If its store is not ready either, begin there.`,
  };
};

const storeNotReady = ({ thresholds: { notReadyFor } }: PlannedMonitoring, namespaces: readonly string[]): Alert => ({
  alert: 'SecretStoreNotReady',
  expr: `max by (namespace, name) (${select(METRICS.storeCondition, { ...NOT_READY, namespace: namespaces })}) == 1`,
  for: notReadyFor,
  labels: { severity: 'critical' },
  summary: 'SecretStore {{ $labels.namespace }}/{{ $labels.name }} is not ready',
  description: `Nothing that reads through it has synced for ${notReadyFor}: the operator cannot log in to the backend. "kubectl describe secretstore {{ $labels.name }} -n {{ $labels.namespace }}" says why: a role, its trust, a ServiceAccount, or an address.`,
});

const clusterStoreNotReady = ({ clusterStores, thresholds: { notReadyFor } }: PlannedMonitoring): Alert => ({
  alert: 'ClusterSecretStoreNotReady',
  expr: `max by (name) (${select(METRICS.clusterStoreCondition, { ...NOT_READY, name: clusterStores })}) == 1`,
  for: notReadyFor,
  labels: { severity: 'critical' },
  summary: 'ClusterSecretStore {{ $labels.name }} is not ready',
  description: `Nothing that reads through it has synced for ${notReadyFor}, in any namespace: the operator cannot log in to the backend. "kubectl describe clustersecretstore {{ $labels.name }}" says why: a role, its trust, a ServiceAccount, or an address.`,
});

/**
 * The operator waits up to 17 minutes before it tries again what fails: where nothing else is called, a shorter time has
 * no call in it now and then, and the alert begins anew.
 */
const CALLS_WITHIN = '30m';

function callsFail({ thresholds: { failedCalls } }: PlannedMonitoring): Alert {
  const perSecond = (matchers: Matchers) =>
    `sum by (provider, call) (rate(${select(METRICS.calls, matchers)}[${CALLS_WITHIN}]))`;
  return {
    alert: 'SecretBackendCallsFail',
    expr: `${perSecond({ status: 'error' })} / ${perSecond({})} > ${failedCalls}`,
    for: '15m',
    labels: { severity: 'warning' },
    summary: '{{ $labels.provider }} refuses {{ $value | humanizePercentage }} of {{ $labels.call }}',
    description:
      "These calls of the whole operator have failed for 15m: it is throttled, not allowed, or reads what is not there. The events of ExternalSecrets and stores, and the operator's log, hold the backend's answer. Throttled? Longer refresh intervals, fewer syncs.",
  };
}

const silent = ({ id, thresholds: { silentFor } }: PlannedMonitoring, signs: readonly string[]): Alert => ({
  alert: 'ExternalSecretsSilent',
  // of a sum, that it has no labels: those of a single sign would be the alert's
  expr: `absent(sum(${signs.join(' or ')}))`,
  for: silentFor,
  labels: { severity: 'critical' },
  summary: `No metrics of the External Secrets Operator on the cluster ${id}`,
  description: `For ${silentFor} nobody has told Prometheus of these syncs: the operator does not run, or is not scraped. No other alert of syncs and stores can fire meanwhile. Look at its pods first, then at the target in Prometheus.`,
});
