import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const permissionsBoundariesArePolicyArns: PlanCheck = {
  code: 'permissions-boundaries-are-policy-arns',
  severity: 'error',
  summary: 'A permissions boundary is the ARN of a policy of the account, or of one that AWS manages.',
  *run(plan, at) {
    for (const role of plan.roles) {
      const { permissionsBoundary: given, id } = role;
      if (given === undefined) continue;
      const [, partition = '', , , account = ''] = id.split(':');
      const found = /^arn:([^:]+):iam::(\d{12}|aws):policy\/[!-~]+$/.exec(given);
      if (found && found[1] === partition && (found[2] === account || found[2] === 'aws')) continue;
      yield {
        path: at.role(role, 'role.permissionsBoundary'),
        message: `${quoted(given)} is not the ARN of a policy of the account ${account}`,
        mend: `write ${quoted(`arn:${partition}:iam::${account}:policy/…`)}`,
      };
    }
  },
};
