import type { PlannedEntry } from '../model';
import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { hasPlaceholder, quoted } from './support/words';

export const entriesAreManagedOnce: PlanCheck = {
  code: 'entries-are-managed-once',
  severity: 'error',
  summary: 'No two stacks create an entry of one name in an account and region.',
  *run(plan, at) {
    const managed = plan.entries.filter((entry) => entry.managed && !hasPlaceholder(entry.remoteKey));
    for (const [entry, earlier] of repeated(managed, ({ arn }) => arn ?? '')) {
      // Two with one construct id have a finding already: the second was formerly the first.
      if (entry.id === earlier.id || isSameConstruct(entry, earlier)) continue;
      yield {
        path: at.entry(entry, 'name'),
        message: `${quoted(entry.remoteKey)} is created for ${quoted(entry.id)} and for ${quoted(earlier.id)}`,
        mend: 'write `existing: true` in one of the two to read it only, or give it another `name`',
      };
    }
  },
};

// --- internal ---

const isSameConstruct = (one: PlannedEntry, other: PlannedEntry): boolean =>
  one.stack === other.stack && one.constructId === other.constructId;
