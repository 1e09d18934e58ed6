import type { PlannedCluster, PlannedOperator } from '../model';
import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { quoted } from './support/words';

export const clustersAreDescribedOnce: PlanCheck = {
  code: 'clusters-are-described-once',
  severity: 'error',
  summary: 'Systems that share a cluster describe it alike: they import the same constant.',
  *run(plan, at) {
    for (const [cluster, earlier] of repeated(plan.clusters, ({ id }) => id)) {
      const [field, one, other] = differences(earlier, cluster)[0] ?? ['name', '', ''];
      yield {
        path: at.cluster(cluster.id, field),
        message: `the cluster ${quoted(cluster.id)} is described in two ways: ${field} is ${one} and ${other}`,
        mend: MEND,
      };
    }
    const told = new Set([...repeated(plan.clusters, ({ id }) => id)].map(([{ id }]) => id));
    for (const [operator, earlier] of repeated(plan.operators, ({ id }) => id)) {
      if (told.has(operator.id)) continue;
      yield {
        path: at.cluster(operator.id, 'operator'),
        message: `the operator of ${quoted(operator.id)} is described in two ways: ${valueThatDiffers(earlier, operator)}`,
        mend: MEND,
      };
    }
  },
};

// --- internal ---

const MEND = 'describe it once, and import that in both environments';

/** The first value of the chart that two descriptions make differently. */
function valueThatDiffers(one: PlannedOperator, other: PlannedOperator): string {
  const names = Object.keys({ ...one.values, ...other.values }).sort();
  const differs = (name: string): boolean => JSON.stringify(one.values[name]) !== JSON.stringify(other.values[name]);
  return `the \`${names.find(differs) ?? 'values'}\` of its chart would differ`;
}

function differences(one: PlannedCluster, other: PlannedCluster): [field: string, one: string, other: string][] {
  const [from, to] = [fieldsOf(one), fieldsOf(other)];
  return Object.keys({ ...from, ...to })
    .filter((field) => from[field] !== to[field])
    .map((field) => [field, textOf(from[field]), textOf(to[field])]);
}

function fieldsOf({ account, region, partition, oidcIssuer, operator, monitoring, ...its }: PlannedCluster) {
  const fields: Record<string, string | undefined> = {
    ...{ account, region, partition, oidcIssuer },
    gitops: its.gitops && `${its.gitops.kind} ${its.gitops.name}`,
    destination: its.destination && Object.values(its.destination)[0],
  };
  for (const [field, value] of Object.entries(operator)) fields[`operator.${field}`] = value;
  for (const [field, value] of Object.entries(monitoring ?? {})) {
    fields[`monitoring.${WRITTEN[field] ?? field}`] = typeof value === 'string' ? value : JSON.stringify(value);
  }
  return fields;
}

/** What planned fields are called by whoever writes them. */
const WRITTEN: Readonly<Record<string, string>> = { dashboard: 'grafana', metrics: 'metricsService' };

const textOf = (value: string | undefined): string => (value === undefined ? 'not said' : quoted(value));
