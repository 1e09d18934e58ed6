import type { PlannedRole } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html */
export const operatorsHaveOnePodIdentity: PlanCheck = {
  code: 'operators-have-one-pod-identity',
  severity: 'error',
  summary: 'The operator of a cluster has one EKS Pod Identity association, and so one role.',
  *run(plan, at) {
    const seen = new Map<string, PlannedRole>();
    for (const role of plan.roles) {
      for (const { cluster, namespace, serviceAccount } of role.podIdentityAssociations) {
        const key = `${cluster}/${namespace}/${serviceAccount}`;
        const earlier = seen.get(key);
        if (!earlier) seen.set(key, role);
        else if (earlier.id !== role.id) {
          yield {
            path: at.role(role, 'kind'),
            message: `the operator of ${quoted(cluster)} would read as the roles of ${earlier.home} and of ${role.home}`,
            mend: 'read through a ClusterSecretStore of the cluster with `podIdentity()`, or with `irsa()` in one of the two',
          };
        }
      }
    }
  },
};
