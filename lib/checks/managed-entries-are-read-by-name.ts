import type { PlanCheck } from './check';
import { isMade } from './support/made-entries';
import { quoted } from './support/words';

export const managedEntriesAreReadByName: PlanCheck = {
  code: 'managed-entries-are-read-by-name',
  severity: 'warning',
  summary: 'An entry that the project makes is read by name elsewhere: its ARN changes when it is made again.',
  *run(plan, at) {
    const made = new Map(plan.entries.filter(isMade).map((entry) => [entry.arn, entry]));
    for (const { home, entry, remoteKey, arn } of plan.entries) {
      if (arn === undefined || remoteKey !== arn) continue;
      const found = made.get(arn.replace(/-[A-Za-z0-9]{6}$/, '-??????'));
      if (!found) continue;
      yield {
        path: at.environment(home, `entries.${entry}.arn`),
        message: `${quoted(arn)} is the entry ${quoted(found.id)}, which this project makes`,
        mend: `write \`existing: true, name: ${quoted(found.remoteKey)}\` instead of the ARN`,
      };
    }
  },
};
