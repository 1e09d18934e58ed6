import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html */
export const podIdentityIsWhereItsClusterIs: PlanCheck = {
  code: 'pod-identity-is-where-its-cluster-is',
  severity: 'error',
  summary:
    'With EKS Pod Identity the entries are in the account and region of the cluster, as the association and its role are.',
  *run(plan, at) {
    const clusters = new Map(plan.clusters.map((cluster) => [cluster.id, cluster]));
    const stacks = new Map(plan.stacks.map((stack) => [stack.id, stack]));
    for (const role of plan.roles) {
      const stack = stacks.get(role.stack);
      for (const association of role.podIdentityAssociations) {
        const cluster = clusters.get(association.cluster);
        if (!cluster || !stack) continue;
        if (cluster.account === stack.account && cluster.region === stack.region) continue;
        yield {
          path: at.role(role, 'kind'),
          message: `the cluster ${quoted(cluster.id)} is in ${cluster.account} ${cluster.region}, its role in ${stack.account} ${stack.region}`,
          mend: 'use `irsa()`, or keep the entries where the cluster is',
        };
      }
    }
  },
};
