import type { PlanCheck } from './check';
import { listed, mendName, quoted } from './support/words';

export const fieldsAreKnown: PlanCheck = {
  code: 'fields-are-known',
  severity: 'error',
  summary: 'Every option that is written exists.',
  *run({ problems }) {
    for (const { kind, file, field, given = '', allowed } of problems) {
      if (kind !== 'field') continue;
      const known = allowed.length > 0 ? `: the options are ${listed(allowed)}` : '';
      yield {
        path: `${file} ${field}`,
        message: `there is no option ${quoted(given)} here${known}`,
        mend: mendName(given, allowed, 'remove it'),
      };
    }
  },
};
