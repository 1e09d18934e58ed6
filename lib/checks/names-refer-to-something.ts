import type { PlanCheck } from './check';
import { listed, mendName, quoted } from './support/words';

export const namesReferToSomething: PlanCheck = {
  code: 'names-refer-to-something',
  severity: 'error',
  summary: 'Every entry, field, bundle, environment, store and filter that is named exists.',
  *run({ problems }) {
    for (const { kind, file, field, given = '', expected, allowed } of problems) {
      if (kind !== 'name') continue;
      const known = allowed.length > 0 ? `: there is ${listed(allowed)}` : ': there is none';
      yield {
        path: `${file} ${field}`,
        message: `${quoted(given)} is not ${expected}${known}`,
        mend: mendName(given, allowed, 'add it, or remove the name'),
      };
    }
  },
};
