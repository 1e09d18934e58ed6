import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html */
export const existingEntriesAreReachable: PlanCheck = {
  code: 'existing-entries-are-reachable',
  severity: 'error',
  summary:
    'An existing entry is in the region of its environment; one of another account is encrypted with a key of its own.',
  *run(plan, at) {
    const environments = new Map(plan.environments.map((environment) => [environment.id, environment]));
    for (const { home, entry, arn, remoteKey, kmsKey } of plan.entries) {
      const environment = environments.get(home);
      const [, region, account] = /^arn:[^:]+:secretsmanager:([^:]+):(\d{12}):secret:/.exec(arn ?? '') ?? [];
      if (!environment || remoteKey !== arn || region === undefined) continue;
      const path = at.environment(home, `entries.${entry}.arn`);
      if (region !== environment.region) {
        yield {
          path,
          message: `the entry is in ${quoted(region)}, and the environment reads in ${quoted(environment.region ?? '')}`,
          mend: `replicate it to ${quoted(environment.region ?? '')} and write the ARN of the replica`,
        };
      }
      if (account !== environment.account && kmsKey === undefined) {
        yield {
          path,
          message: `the entry is in the account ${account}, and no other account reads what \`aws/secretsmanager\` encrypts`,
          mend: "encrypt it with a customer-managed key and write that as the entry's `kmsKey`",
        };
      }
    }
  },
};
