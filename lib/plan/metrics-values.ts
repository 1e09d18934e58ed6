import type { MonitoringSettings } from '../model';

/**
 * What the operator's chart must be told for Prometheus to find the metrics, and to find in `namespace` what a metric is
 * about and not where the operator runs. Without `alwaysRender` there is no ServiceMonitor where nobody asks a cluster.
 * @see https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml
 */
export function metricsValues({ namespace, labels }: MonitoringSettings): Readonly<Record<string, unknown>> {
  return {
    metrics: { service: { enabled: true } },
    serviceMonitor: {
      enabled: true,
      renderMode: 'alwaysRender',
      namespace,
      honorLabels: true,
      ...(Object.keys(labels).length > 0 && { additionalLabels: labels }),
    },
  };
}
