import type { PlanCheck } from './check';
import { listed, mendName, quoted } from './support/words';

export const fieldsAreKnown: PlanCheck = {
  code: 'fields-are-known',
  severity: 'error',
  summary: 'Every option that is written exists.',
  *run({ problems }) {
    for (const { kind, file, field, given = '', allowed } of problems) {
      if (kind !== 'field') continue;
      if (allowed.includes(given)) {
        yield {
          path: `${file} ${field}`,
          message: `${quoted(given)} is not for what the other options here make`,
          mend: `leave ${quoted(given)} out, or them`,
        };
        continue;
      }
      const known = allowed.length > 0 ? `: the options are ${listed(allowed)}` : '';
      yield {
        path: `${file} ${field}`,
        message: `there is no option ${quoted(given)} here${known}`,
        mend: mendName(given, allowed, 'remove it'),
      };
    }
  },
};
