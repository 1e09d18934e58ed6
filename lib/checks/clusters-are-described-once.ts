import type { PlannedCluster } from '../model';
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
        mend: 'describe it once, and import that in both environments',
      };
    }
  },
};

// --- internal ---

function differences(one: PlannedCluster, other: PlannedCluster): [field: string, one: string, other: string][] {
  const [from, to] = [fieldsOf(one), fieldsOf(other)];
  return Object.keys(from)
    .filter((field) => from[field] !== to[field])
    .map((field) => [field, textOf(from[field]), textOf(to[field])]);
}

function fieldsOf({ account, region, partition, oidcIssuer, operator, gitops, destination }: PlannedCluster) {
  const fields: Record<string, string | undefined> = {
    ...{ account, region, partition, oidcIssuer },
    gitops: gitops && `${gitops.kind} ${gitops.name}`,
    destination: destination && Object.values(destination)[0],
  };
  for (const [field, value] of Object.entries(operator)) fields[`operator.${field}`] = value;
  return fields;
}

const textOf = (value: string | undefined): string => (value === undefined ? 'not said' : quoted(value));
