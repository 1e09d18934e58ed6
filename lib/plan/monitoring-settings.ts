import type { AlertThresholds, ClusterInput, MonitoringSettings, PlannedCluster } from '../model';
import { CHART_PODS, MANAGED_BY, sortedLabels } from './names';

/** How a cluster is watched over, when it is. */
export function planMonitoringSettings(
  { monitoring }: ClusterInput,
  operator: PlannedCluster['operator'],
): MonitoringSettings | undefined {
  if (!monitoring) return undefined;
  const { name, namespace, labels, runbooks, thresholds, grafana, metricsService } = monitoring;
  return {
    name: name ?? 'external-secrets',
    namespace: namespace ?? operator.namespace,
    labels: sortedLabels(labels ?? {}),
    ...(runbooks !== undefined && { runbooks }),
    thresholds: { ...THRESHOLDS, ...thresholds },
    ...(grafana !== false && {
      dashboard: {
        labels: sortedLabels({ ...MANAGED_BY, ...(grafana?.labels ?? { grafana_dashboard: '1' }) }),
        annotations: grafana?.folder === undefined ? {} : { grafana_folder: grafana.folder },
      },
    }),
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
