import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html */
export const clusterNamesFitEks: PlanCheck = {
  code: 'cluster-names-fit-eks',
  severity: 'error',
  summary: 'The names of clusters are names that EKS gives.',
  *run(plan, at) {
    for (const { id } of plan.clusters) {
      if (/^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/.test(id)) continue;
      yield {
        path: at.cluster(id, 'name'),
        message: `${quoted(id)} is not the name of an EKS cluster: letters, digits, "-" and "_", at most 100`,
        mend: 'write the name that `aws eks list-clusters` prints',
      };
    }
  },
};
