import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles */
export const eksClustersReadWithoutAccessKeys: PlanCheck = {
  code: 'eks-clusters-read-without-access-keys',
  severity: 'warning',
  summary: 'On EKS a store reads AWS as a role: an access key does not expire, and somebody has to rotate it.',
  *run(plan, at) {
    const onEks = new Set(plan.clusters.flatMap(({ id, account }) => (account === undefined ? [] : [id])));
    for (const store of plan.stores) {
      const { identity, provider, home } = store;
      const isEmulator = 'region' in provider && provider.endpoint !== undefined;
      if (identity.kind !== 'staticCredentials' || isEmulator || identity.data) continue;
      const cluster = at.clustersOf(home).find((id) => onEks.has(id));
      if (cluster === undefined) continue;
      yield {
        path: at.store(store, 'identity'),
        message: `${quoted(store.name)} reads with the access key in ${quoted(identity.secretName)}, and the cluster ${quoted(cluster)} is on EKS`,
        mend: 'write `irsa()` or `podIdentity()`, or leave `identity` out',
      };
    }
  },
};
