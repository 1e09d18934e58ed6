import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const QUOTA = 10;

export const rolesHaveAtMostTenPolicies: PlanCheck = {
  code: 'roles-have-at-most-ten-policies',
  severity: 'warning',
  summary: 'What a role reads fits into ten managed policies, the default quota of an account.',
  *run(plan, at) {
    const counts = new Map<string, number>();
    for (const { role } of plan.policies) if (role !== undefined) counts.set(role, (counts.get(role) ?? 0) + 1);
    for (const role of plan.roles) {
      const count = counts.get(role.id) ?? 0;
      if (count <= QUOTA) continue;
      yield {
        path: at.role(role, 'role.name'),
        message: `the role ${quoted(role.name)} needs ${count} policies: an account allows ${QUOTA} unless its quota was raised`,
        mend: 'read in several namespaces or systems, with a role each, or raise the quota first',
      };
    }
  },
};
