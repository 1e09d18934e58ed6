import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html */
export const existingEntriesAreReachable: PlanCheck = {
  code: 'existing-entries-are-reachable',
  severity: 'error',
  summary:
    'An existing entry is in the region of its backend; one of another account is encrypted with a key of its own.',
  *run(plan, at) {
    const backends = new Map(plan.backends.map((backend) => [backend.id, backend]));
    for (const { home, keeper, entry, arn, remoteKey, kmsKey } of plan.entries) {
      const backend = backends.get(keeper);
      const [, region, account] = /^arn:[^:]+:secretsmanager:([^:]+):(\d{12}):secret:/.exec(arn ?? '') ?? [];
      if (!backend || remoteKey !== arn || region === undefined) continue;
      const path = at.environment(home, `entries.${entry}.arn`);
      if (region !== backend.region) {
        yield {
          path,
          message: `the entry is in ${quoted(region)}, and its bundles read in ${quoted(backend.region ?? '')}`,
          mend: `replicate it to ${quoted(backend.region ?? '')} and write the ARN of the replica`,
        };
      }
      if (account !== backend.account && kmsKey === undefined) {
        yield {
          path,
          message: `the entry is in the account ${account}, and no other account reads what \`aws/secretsmanager\` encrypts`,
          mend: "encrypt it with a customer-managed key and write that as the entry's `kmsKey`",
        };
      }
    }
  },
};
