import type { PlannedCluster, PlannedOperator } from '../model';
import type { Flaw, PlanCheck } from './check';
import { recordAt } from './support/json-at';
import { quoted } from './support/words';

/** @see https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml */
export const alertsHearOfTheOperator: PlanCheck = {
  code: 'alerts-hear-of-the-operator',
  severity: 'error',
  summary:
    "Where a cluster has `monitoring`, raw `values` of the operator's chart leave its metrics and its ServiceMonitor as planned.",
  *run(plan, at) {
    const operators = new Map(plan.operators.map((operator) => [operator.id, operator]));
    for (const { id, monitoring } of plan.clusters) {
      const operator = operators.get(id);
      if (!monitoring || !operator) continue;
      for (const { value, message, mend } of [...otherMetrics(operator), ...otherMonitor(monitoring, operator)]) {
        yield { path: at.cluster(id, `operator.values.${value}`), message, mend };
      }
    }
  },
};

// --- internal ---

const MEND = 'leave it out, or write `monitoring.metricsService: false` where something else scrapes the operator';

type Monitoring = NonNullable<PlannedCluster['monitoring']>;

/** A value of the chart, and what is wrong with it. */
type Contradiction = { readonly value: string } & Pick<Flaw, 'message' | 'mend'>;

/**
 * Of an argument that is there twice the last counts, and the chart's own stands last.
 * @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/deploy/charts/external-secrets/templates/deployment.yaml
 */
function* otherMetrics({ values }: PlannedOperator): Iterable<Contradiction> {
  const given = recordAt(values, 'extraArgs')['metrics-addr'];
  if (given !== undefined) {
    yield {
      value: 'extraArgs.metrics-addr',
      message: `the chart writes this argument itself, after it: ${quoted(String(given))} counts for nothing`,
      mend: 'leave it out, or write the port as `metrics: { listen: { port } }`, which the Service follows',
    };
  }
}

function* otherMonitor(monitoring: Monitoring, operator: PlannedOperator): Iterable<Contradiction> {
  if (monitoring.metrics !== 'chart') return;
  // the endpoints of the ServiceMonitor have no scheme
  if (recordAt(operator.values, 'metrics', 'listen', 'secure').enabled === true) {
    yield {
      value: 'metrics.listen.secure.enabled',
      message: 'the ServiceMonitor of the chart scrapes without TLS: Prometheus has no metrics, and alerts stay silent',
      mend: MEND,
    };
  }
  for (const [name, message] of flawsOfMonitor(monitoring, operator)) {
    yield { value: `serviceMonitor.${name}`, message, mend: MEND };
  }
}

function* flawsOfMonitor(
  { namespace, labels }: Monitoring,
  { values, namespace: own }: PlannedOperator,
): Iterable<readonly [name: string, message: string]> {
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
