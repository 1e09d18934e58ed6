import type { KubernetesObject, PlannedMonitoring } from '../../model';
import { timeLeft } from './expiry-alerts';
import { METRICS, NOT_READY, READY } from './metrics';
import { count, DATASOURCE, graph, type Panel, placed } from './panels';
import { type Matchers, select } from './promql';

/**
 * The dashboard of a cluster, where Grafana's sidecar finds it.
 * @see https://github.com/grafana/helm-charts/tree/main/charts/grafana#sidecar-for-dashboards
 */
export function dashboardConfigMap(monitoring: PlannedMonitoring): KubernetesObject[] {
  const { dashboard, namespace } = monitoring;
  if (!dashboard) return [];
  const { name, uid, annotations, labels } = dashboard;
  const hasAnnotations = Object.keys(annotations).length > 0;
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { ...(hasAnnotations && { annotations }), labels, name, namespace },
      data: { [`${uid}.json`]: `${JSON.stringify(dashboardOf(monitoring, uid), undefined, 2)}\n` },
    },
  ];
}

// --- internal ---

/** The dashboard as Grafana imports it. @see https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/ */
const dashboardOf = (monitoring: PlannedMonitoring, uid: string): object => ({
  annotations: { list: [] },
  editable: true,
  panels: placed([...states(), ...pushes(monitoring), ...work(), ...expiries(monitoring)]),
  refresh: '1m',
  schemaVersion: 39,
  tags: ['external-secrets'],
  templating: { list: [CHOICE, NAMESPACES] },
  time: { from: 'now-6h', to: 'now' },
  title: `Secrets on ${monitoring.id}`,
  uid,
});

const CHOICE = { label: 'Prometheus', name: 'datasource', query: 'prometheus', type: 'datasource' };

/** All of which Prometheus knows. */
const NAMESPACES = {
  ...{ includeAll: true, label: 'Namespace', multi: true, name: 'namespace', refresh: 2, type: 'query' },
  allValue: '.*',
  current: { selected: true, text: ['All'], value: ['$__all'] },
  datasource: DATASOURCE,
  query: `label_values(${METRICS.syncCondition}, namespace)`,
};

/** The series of the chosen namespaces. Grafana writes several as a regular expression. */
const chosen = (metric: string, matchers: Matchers = {}): string =>
  select(metric, matchers).replace(/\}?$/, `${Object.keys(matchers).length > 0 ? ', ' : '{'}namespace=~"$namespace"}`);

const NO_SERIES = ' or vector(0)';

const states = (): Panel[] => [
  count(
    'Syncs that are not ready',
    `sum(max by (namespace, name) (${chosen(METRICS.syncCondition, NOT_READY)}))${NO_SERIES}`,
  ),
  count(
    'Stores that are not ready',
    `sum(max by (namespace, name) (${chosen(METRICS.storeCondition, NOT_READY)}))${NO_SERIES}`,
  ),
  count(
    'Cluster stores that are not ready',
    `sum(max by (name) (${select(METRICS.clusterStoreCondition, NOT_READY)}))${NO_SERIES}`,
  ),
  count('No metrics of the operator', `absent(${select(METRICS.syncCalls)})${NO_SERIES}`),
  readiness('Syncs', METRICS.syncCondition, 9),
];

/** Where something is pushed. */
const pushes = (monitoring: PlannedMonitoring): Panel[] =>
  monitoring.pushes.length > 0 ? [readiness('Pushes', METRICS.pushCondition, 6)] : [];

const readiness = (title: string, condition: string, height: number): Panel => ({
  type: 'table',
  title,
  description: '1: ready, 0: not',
  width: 24,
  height,
  targets: [{ expr: `max by (namespace, name) (${chosen(condition, READY)})` }],
  steps: [
    { color: 'red', value: null },
    { color: 'green', value: 1 },
  ],
  options: { sortBy: [{ displayName: 'Ready' }] },
  transformations: [{ id: 'organize', options: { excludeByName: { Time: true }, renameByName: { Value: 'Ready' } } }],
});

const work = (): Panel[] => [
  graph(
    'Errors of syncs',
    'short',
    [
      {
        expr: `sum by (namespace, name) (increase(${chosen(METRICS.syncErrors)}[$__rate_interval])) > 0`,
        legend: '{{namespace}}/{{name}}',
      },
    ],
    'Each failed attempt counts.',
  ),
  graph(
    'Calls to backends, of the whole operator',
    'reqps',
    [
      {
        expr: `sum by (provider, call, status) (rate(${select(METRICS.calls)}[$__rate_interval]))`,
        legend: '{{provider}} {{call}} {{status}}',
      },
    ],
    'Each has a price and a quota.',
  ),
  graph(
    'How often the operator looks at syncs',
    'cps',
    [{ expr: `sum by (namespace) (rate(${chosen(METRICS.syncCalls)}[$__rate_interval]))`, legend: '{{namespace}}' }],
    'Every refresh, retry and change counts.',
  ),
  graph(
    'How long the last look took',
    's',
    [
      {
        expr: `topk(10, max by (namespace, name) (${chosen(METRICS.syncDuration)}) / 1e9)`,
        legend: '{{namespace}}/{{name}}',
      },
    ],
    'The ten longest.',
  ),
];

function expiries({ expiring, thresholds: { expiryDays } }: PlannedMonitoring): Panel[] {
  if (expiring.length === 0) return [];
  const panel: Panel = {
    type: 'stat',
    title: 'Values expire in',
    width: 24,
    height: 6,
    targets: expiring.map((expiry) => ({ expr: timeLeft(expiry), legend: expiry.entry })),
    unit: 's',
    steps: [
      { color: 'red', value: null },
      { color: 'yellow', value: 0 },
      { color: 'green', value: expiryDays * 86_400 },
    ],
  };
  return [panel];
}
