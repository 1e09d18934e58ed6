import type { Labels, PlannedCluster } from '../model';
import type { PlanCheck } from './check';
import { LABEL_NAME, LABEL_VALUE } from './support/label-rules';
import { misnamed } from './support/name-rule';

export const labelsOfMonitoringAreValid: PlanCheck = {
  code: 'labels-of-monitoring-are-valid',
  severity: 'error',
  summary:
    'The labels by which Prometheus and Grafana find what is for them have names and values that Kubernetes takes.',
  *run(plan, at) {
    for (const { id, monitoring } of plan.clusters) {
      for (const [field, labels] of labelsOf(monitoring)) {
        for (const [name, value] of Object.entries(labels)) {
          const flaw = misnamed(LABEL_NAME, name) ?? misnamed(LABEL_VALUE, value);
          if (flaw) yield { path: at.cluster(id, `monitoring.${field}.${name}`), ...flaw };
        }
      }
    }
  },
};

// --- internal ---

function* labelsOf(monitoring: PlannedCluster['monitoring']): Iterable<readonly [field: string, Labels]> {
  if (!monitoring) return;
  const { labels, dashboard, metrics } = monitoring;
  yield ['labels', labels];
  if (dashboard) yield ['grafana.labels', dashboard.labels];
  if (typeof metrics !== 'string') yield ['metricsService', metrics.labels];
}
