import type { PlanCheck } from './check';
import { listed, mendName, quoted } from './support/words';

export const valuesAreOfTheirKind: PlanCheck = {
  code: 'values-are-of-their-kind',
  severity: 'error',
  summary: 'Every option has a value that it can have.',
  *run({ problems }) {
    for (const { kind, file, field, given, expected, allowed } of problems) {
      if (kind !== 'value') continue;
      const known = allowed.length > 0 ? `: ${listed(allowed)}` : '';
      yield {
        path: `${file} ${field}`.trim(),
        message: given === undefined ? `expected ${expected}${known}` : `${quoted(given)} is not ${expected}${known}`,
        mend: expected.startsWith('no `') ? 'remove it' : mendName(given ?? '', allowed, `write ${wanted(expected)}`),
      };
    }
  },
};

// --- internal ---

/** What is wanted, without what stands there. */
const wanted = (expected: string): string => expected.split(', not ')[0] ?? '';
