import type { PlannedMonitoring, PlannedOperator } from '../model';
import type { Flaw, PlanCheck } from './check';
import { listAt, recordAt, textAt } from './support/json-at';
import { listed, quoted } from './support/words';

/** A value of the chart, and what is wrong with it. */
type Contradiction = { readonly value: string } & Pick<Flaw, 'message' | 'mend'>;

/** @see https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml */
export const operatorValuesKeepWhatIsPlanned: PlanCheck = {
  code: 'operator-values-keep-what-is-planned',
  severity: 'error',
  summary:
    "Raw `values` of the operator's chart leave alone what the plan relies on: its names, its role, its AWS, its NetworkPolicies, its own dashboard.",
  *run(plan, at) {
    for (const operator of plan.operators) {
      const monitor = plan.monitors.find(({ id }) => id === operator.id);
      for (const { value, message, mend } of [...contradictionsIn(operator), ...otherDashboard(operator, monitor)]) {
        yield { path: at.cluster(operator.id, `operator.values.${value}`), message, mend };
      }
    }
  },
};

// --- internal ---

function* contradictionsIn(operator: PlannedOperator): Iterable<Contradiction> {
  yield* otherNames(operator);
  yield* otherAccount(operator);
  yield* missingVariables(operator);
  yield* missingPolicies(operator);
  const { replicaCount, leaderElect } = operator.values;
  if (Number(replicaCount) > 1 && leaderElect !== true) {
    yield {
      value: 'leaderElect',
      message: `without it all ${String(replicaCount)} pods work at the same time, and write the same Secrets`,
      mend: 'leave it out, and write `operator.replicas` instead of `replicaCount`',
    };
  }
}

function* otherNames({ values, namespace, release }: PlannedOperator): Iterable<Contradiction> {
  const planned = { namespaceOverride: namespace, fullnameOverride: release, nameOverride: release };
  for (const [value, name] of Object.entries(planned)) {
    const given = textAt(values, value);
    if (!given || given === name) continue;
    yield {
      value,
      message: `${quoted(given)} renames what the plan knows as ${quoted(name)}`,
      mend: value === 'namespaceOverride' ? 'write `operator.namespace` instead' : 'leave it out',
    };
  }
}

function* otherAccount({ values, serviceAccount, release, annotations }: PlannedOperator): Iterable<Contradiction> {
  const given = recordAt(values, 'serviceAccount');
  const name = textAt(given, 'name') || (given.create === false ? 'default' : release);
  if (name !== serviceAccount) {
    yield {
      value: 'serviceAccount.name',
      message: `the operator runs as ${quoted(name)}, and the plan says ${quoted(serviceAccount)}`,
      mend: `write \`operator.serviceAccount\` instead, or \`name: ${quoted(serviceAccount)}\` here`,
    };
  }
  for (const [annotation, text] of Object.entries(annotations)) {
    if (given.create !== false && recordAt(given, 'annotations')[annotation] === text) continue;
    yield {
      value: given.create === false ? 'serviceAccount.create' : 'serviceAccount.annotations',
      message: `the ServiceAccount needs ${quoted(`${annotation}: ${text}`)}, or its stores read as nobody`,
      mend: 'leave it out: the annotation is made here',
    };
  }
}

function* missingVariables({ values, env }: PlannedOperator): Iterable<Contradiction> {
  for (const [name, text] of Object.entries(env)) {
    if (listAt(values, 'extraEnv').some((it) => textAt(it, 'name') === name && textAt(it, 'value') === text)) continue;
    yield {
      value: 'extraEnv',
      message: `a list takes the place of the one that is made here, and this one lacks ${quoted(`${name}=${text}`)}`,
      mend: `add \`{ name: ${quoted(name)}, value: ${quoted(text)} }\``,
    };
  }
}

/** One of the same name stands for the one that is made here: somebody may let in or out more. */
function* missingPolicies({ values, networkPolicies }: PlannedOperator): Iterable<Contradiction> {
  const kept = listAt(values, 'extraObjects')
    .filter((object) => textAt(object, 'kind') === 'NetworkPolicy')
    .map((object) => textAt(object, 'metadata', 'name'));
  const missing = networkPolicies.filter((name) => !kept.includes(name));
  if (missing.length === 0) return;
  yield {
    value: 'extraObjects',
    message: `a list takes the place of the one that is made here, and this one lacks the NetworkPolicies ${listed(missing)}`,
    mend: 'leave `networkPolicy` out, and write yours; or add those that `keywright plan` prints without this list',
  };
}

/** Two that deploy one object undo each other's work. */
function* otherDashboard(
  { values, namespace, release }: PlannedOperator,
  monitor: PlannedMonitoring | undefined,
): Iterable<Contradiction> {
  const name = `${release}-dashboard`;
  if (monitor?.dashboard?.name !== name || monitor.namespace !== namespace) return;
  if (recordAt(values, 'grafanaDashboard').enabled !== true) return;
  yield {
    value: 'grafanaDashboard.enabled',
    message: `the chart's ConfigMap ${quoted(name)} is called as the one that \`monitoring\` makes beside it`,
    mend: 'leave it out, or write `monitoring.grafana: false`, or another `monitoring.name`',
  };
}
