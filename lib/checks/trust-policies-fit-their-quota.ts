import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const QUOTA = 2048;

export const trustPoliciesFitTheirQuota: PlanCheck = {
  code: 'trust-policies-fit-their-quota',
  severity: 'warning',
  summary: `The trust of a role has at most ${QUOTA} characters, the default quota of an account.`,
  *run(plan, at) {
    for (const role of plan.roles) {
      const size = JSON.stringify({ Version: '2012-10-17', Statement: role.trust }).length;
      if (size <= QUOTA) continue;
      yield {
        path: at.environment(role.home, 'clusters'),
        message: `the trust of ${quoted(role.name)} has ${size} characters for its clusters: an account allows ${QUOTA} unless its quota was raised`,
        mend: 'run it on fewer clusters, or raise the quota first',
      };
    }
  },
};
