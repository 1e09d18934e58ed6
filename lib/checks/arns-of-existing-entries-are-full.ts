import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html */
export const arnsOfExistingEntriesAreFull: PlanCheck = {
  code: 'arns-of-existing-entries-are-full',
  severity: 'error',
  summary:
    'The ARN of an existing entry is that of a secret, with its six random characters: a policy names it exactly.',
  *run(plan, at) {
    for (const { home, entry, remoteKey, arn } of plan.entries) {
      if (arn === undefined || remoteKey !== arn || ARN.test(arn)) continue;
      yield {
        path: at.environment(home, `entries.${entry}.arn`),
        message: `${quoted(arn)} is not the full ARN of a secret: "arn:aws:secretsmanager:<region>:<account>:secret:<name>-" and six characters`,
        mend: 'write what `aws secretsmanager describe-secret --query ARN` prints, or name it with `existing: true` and `name`',
      };
    }
  },
};

// --- internal ---

const ARN = /^arn:(aws|aws-cn|aws-us-gov):secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@!-]+-[A-Za-z0-9]{6}$/;
