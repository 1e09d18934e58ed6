import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const managedEntriesAreReadByName: PlanCheck = {
  code: 'managed-entries-are-read-by-name',
  severity: 'warning',
  summary:
    'An entry that a stack of the project creates is read by name elsewhere: its ARN changes when it is made again.',
  *run(plan, at) {
    const managed = new Map(plan.entries.flatMap((entry) => (entry.managed ? [[entry.arn, entry] as const] : [])));
    for (const { home, entry, remoteKey, arn } of plan.entries) {
      if (arn === undefined || remoteKey !== arn) continue;
      const found = managed.get(arn.replace(/-[A-Za-z0-9]{6}$/, '-??????'));
      if (!found) continue;
      yield {
        path: at.environment(home, `entries.${entry}.arn`),
        message: `${quoted(arn)} is the entry ${quoted(found.id)}, which a stack of this project creates`,
        mend: `write \`existing: true, name: ${quoted(found.remoteKey)}\` instead of the ARN`,
      };
    }
  },
};
