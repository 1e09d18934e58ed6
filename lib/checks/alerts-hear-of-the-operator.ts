import type { PlannedCluster, PlannedOperator } from '../model';
import type { PlanCheck } from './check';
import { recordAt } from './support/json-at';
import { quoted } from './support/words';

/** @see https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml */
export const alertsHearOfTheOperator: PlanCheck = {
  code: 'alerts-hear-of-the-operator',
  severity: 'error',
  summary:
    "Where a cluster has `monitoring`, raw `values` of the operator's chart leave its ServiceMonitor as it is planned.",
  *run(plan, at) {
    const operators = new Map(plan.operators.map((operator) => [operator.id, operator]));
    for (const { id, monitoring } of plan.clusters) {
      const operator = operators.get(id);
      if (monitoring?.metrics !== 'chart' || !operator) continue;
      for (const [value, message] of contradictions(monitoring, operator)) {
        yield { path: at.cluster(id, `operator.values.serviceMonitor.${value}`), message, mend: MEND };
      }
    }
  },
};

// --- internal ---

const MEND = 'leave it out, or write `monitoring.metricsService: false` where something else scrapes the operator';

type Contradiction = readonly [value: string, message: string];

function* contradictions(
  { namespace, labels }: NonNullable<PlannedCluster['monitoring']>,
  { values, namespace: own }: PlannedOperator,
): Iterable<Contradiction> {
  const monitor = recordAt(values, 'serviceMonitor');
  if (monitor.enabled !== true) {
    yield ['enabled', 'without its ServiceMonitor Prometheus has no metrics of the operator, and alerts stay silent'];
    return;
  }
  if (monitor.honorLabels !== true) {
    yield ['honorLabels', 'without it every metric has the namespace of the operator, and alerts find no sync'];
  }
  if (monitor.renderMode === 'skipIfMissing') {
    yield ['renderMode', 'the ServiceMonitor is left out wherever the chart is rendered without a cluster'];
  }
  if ((monitor.namespace ?? own) !== namespace) {
    yield ['namespace', `the ServiceMonitor is not in ${quoted(namespace)}, where \`monitoring\` says that it is`];
  }
  const found = recordAt(monitor, 'additionalLabels');
  for (const [name, text] of Object.entries(labels)) {
    if (found[name] === text) continue;
    yield ['additionalLabels', `Prometheus looks for ${quoted(`${name}: ${text}`)}, which the ServiceMonitor has not`];
  }
}
