import type { PlanCheck } from './check';
import { listed, quoted } from './support/words';

export const pushesFillTheirEntry: PlanCheck = {
  code: 'pushes-fill-their-entry',
  severity: 'error',
  summary: 'A push gives every required field of its entry a value: nothing else writes there.',
  *run(plan, at) {
    const entries = new Map(plan.entries.map((entry) => [entry.id, entry]));
    for (const { home, push, entry: id, fields } of plan.pushes) {
      const { entry, fields: known } = entries.get(id)!;
      const given = new Set(fields.map(({ field }) => field));
      const missing = known.filter(({ name, required }) => required && !given.has(name)).map(({ name }) => name);
      if (missing.length === 0) continue;
      yield {
        path: at.catalogue(home, `pushes.${push}.fields`),
        message: `${quoted(entry)} has the required ${missing.length === 1 ? 'field' : 'fields'} ${listed(missing)}, to which nothing is pushed`,
        mend: 'say the key of the Secret for each, or make the field optional',
      };
    }
  },
};
