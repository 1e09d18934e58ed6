import type { AlertThresholds, ClusterInput, MonitoringSettings, PlannedCluster } from '../model';
import { MANAGED_BY, sortedLabels } from './names';

const THRESHOLDS: Required<AlertThresholds> = {
  notReadyFor: '15m',
  missedRefreshes: 3,
  failedCalls: 0.1,
  silentFor: '10m',
  expiryDays: 14,
};

/** How a cluster is watched over, when it is. */
export function planMonitoringSettings(
  { monitoring }: ClusterInput,
  operator: PlannedCluster['operator'],
): MonitoringSettings | undefined {
  if (!monitoring) return undefined;
  const { name, namespace, labels, watch, runbooks, thresholds, grafana, metricsService } = monitoring;
  return {
    name: name ?? 'external-secrets',
    namespace: namespace ?? operator.namespace,
    labels: sortedLabels(labels ?? {}),
    watch: watch ?? 'project',
    ...(runbooks !== undefined && { runbooks }),
    thresholds: { ...THRESHOLDS, ...thresholds },
    ...(grafana !== false && {
      dashboard: {
        labels: sortedLabels({ ...MANAGED_BY, ...(grafana?.labels ?? { grafana_dashboard: '1' }) }),
        annotations: grafana?.folder === undefined ? {} : { grafana_folder: grafana.folder },
      },
    }),
    ...(metricsService !== undefined && { metricsService: metricsService && sortedLabels(metricsService) }),
  };
}
