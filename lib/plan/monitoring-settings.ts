import type {
  AlertThresholds,
  ClusterInput,
  GrafanaInput,
  MonitoringSettings,
  PlannedCluster,
  PlannedDashboard,
} from '../model';
import { CHART_PODS, DNS_SUBDOMAIN_LIMIT, MANAGED_BY, sortedLabels, withinLimit } from './names';

/** How a cluster is watched over, when it is. */
export function planMonitoringSettings(
  { name: cluster, monitoring }: ClusterInput,
  operator: PlannedCluster['operator'],
): MonitoringSettings | undefined {
  if (!monitoring) return undefined;
  const { name = 'external-secrets', namespace, labels, runbooks, thresholds, grafana, metricsService } = monitoring;
  return {
    name,
    namespace: namespace ?? operator.namespace,
    labels: sortedLabels(labels ?? {}),
    ...(runbooks !== undefined && { runbooks }),
    thresholds: { ...THRESHOLDS, ...thresholds },
    ...(grafana !== false && { dashboard: planDashboard(name, cluster, grafana) }),
    metrics: planMetrics(operator, metricsService),
  };
}

// --- internal ---

const THRESHOLDS: Required<AlertThresholds> = {
  notReadyFor: '15m',
  missedRefreshes: 3,
  failedCalls: 0.1,
  silentFor: '10m',
  expiryDays: 14,
};

/** @see https://grafana.com/docs/grafana/latest/developers/http_api/dashboard/#identifier-id-vs-unique-identifier-uid */
const UID_LIMIT = 40;

const planDashboard = (name: string, cluster: string, { labels, folder }: GrafanaInput = {}): PlannedDashboard => ({
  name: withinLimit(`${name}-dashboard`, DNS_SUBDOMAIN_LIMIT),
  uid: withinLimit(`${name}-${cluster}`.replaceAll('.', '-'), UID_LIMIT),
  labels: sortedLabels({ ...MANAGED_BY, ...(labels ?? { grafana_dashboard: '1' }) }),
  annotations: folder === undefined ? {} : { grafana_folder: folder },
});

/** The chart calls a release as whoever installs it likes, and its Service of metrics as itself. */
function planMetrics(
  { install, namespace }: PlannedCluster['operator'],
  labels: Exclude<ClusterInput['monitoring'], undefined>['metricsService'] = {
    'app.kubernetes.io/name': CHART_PODS.controller,
  },
): MonitoringSettings['metrics'] {
  if (labels === false) return 'elsewhere';
  return install === 'none' ? { namespace, labels: sortedLabels(labels) } : 'chart';
}
