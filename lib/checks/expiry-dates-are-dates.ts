import type { PlannedEntry } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const expiryDatesAreDates: PlanCheck = {
  code: 'expiry-dates-are-dates',
  severity: 'error',
  summary: 'The day on which an entry expires is a day, as `YYYY-MM-DD`.',
  *run(plan, at) {
    for (const entry of plan.entries) {
      if (entry.expires === undefined || !isFlawed(entry)) continue;
      yield {
        path: at.entry(entry, 'expires', isFlawed),
        message: `${quoted(entry.expires)} is not a day as YYYY-MM-DD`,
        mend: 'write a day such as "2027-01-31"',
      };
    }
  },
};

// --- internal ---

function isFlawed({ expires }: PlannedEntry): boolean {
  if (expires === undefined) return false;
  const day = new Date(`${expires}T00:00:00Z`);
  // February 30 is read as March 2.
  return !/^\d{4}-\d{2}-\d{2}$/.test(expires) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(expires);
}
