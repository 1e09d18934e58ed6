import type { KubernetesObject, PlannedMonitoring } from '../../model';
import type { Alert } from './alert';
import { alertsOf } from './alerts';

/**
 * The alerts of a cluster, if it has any.
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule
 */
export function prometheusRule(monitoring: PlannedMonitoring): KubernetesObject[] {
  const rules = alertsOf(monitoring).map((alert) => ruleOf(alert, monitoring));
  if (rules.length === 0) return [];
  const { labels, name, namespace } = monitoring;
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: { labels, name, namespace },
      spec: { groups: [{ name, rules }] },
    },
  ];
}

/**
 * What tells Prometheus of the Service with the operator's metrics. `honorLabels`: a metric's `namespace` is that of the
 * object it is about, and not the operator's.
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor
 */
export function serviceMonitor({ labels, name, namespace, metrics }: PlannedMonitoring): KubernetesObject[] {
  if (typeof metrics === 'string') return [];
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: { labels, name, namespace },
      spec: {
        endpoints: [{ honorLabels: true, interval: '30s', port: 'metrics' }],
        namespaceSelector: { matchNames: [metrics.namespace] },
        selector: { matchLabels: metrics.labels },
      },
    },
  ];
}

// --- internal ---

function ruleOf({ alert, expr, labels, summary, description, ...rest }: Alert, { runbooks }: PlannedMonitoring) {
  return {
    alert,
    annotations: {
      description,
      ...(runbooks !== undefined && { runbook_url: `${runbooks}#${alert.toLowerCase()}` }),
      summary,
    },
    expr,
    ...rest,
    labels,
  };
}
