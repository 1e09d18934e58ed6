import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://external-secrets.io/latest/provider/aws-secrets-manager/ */
export const pushedEntriesAreMadeByTheirPush: PlanCheck = {
  code: 'pushed-entries-are-made-by-their-push',
  severity: 'error',
  summary: 'No push goes to an entry that exists: the operator writes only what it has made, and tagged, itself.',
  *run(plan, at) {
    const entries = new Map(plan.entries.map((entry) => [entry.id, entry]));
    for (const { home, push, entry: id } of plan.pushes) {
      const { backend, pushedBy, entry } = entries.get(id)!;
      if (backend !== 'secretsManager' || pushedBy !== undefined) continue;
      yield {
        path: at.catalogue(home, `pushes.${push}.entry`),
        message: `${quoted(entry)} exists in ${home}, and the operator refuses to write what it has not made`,
        mend: 'push to an entry of its own, or write `onlyIn` with the other environments',
      };
    }
  },
};
