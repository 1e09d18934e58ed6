import type { PlanCheck } from './check';
import { isPattern } from './support/shape';
import { quoted } from './support/words';

export const patternsAreRegularExpressions: PlanCheck = {
  code: 'patterns-are-regular-expressions',
  severity: 'error',
  summary: "The `pattern` of a field's shape is a regular expression.",
  *run(plan, at) {
    for (const { home, entry, fields } of plan.entries) {
      for (const { name, shape } of fields) {
        if (shape?.pattern === undefined || isPattern(shape.pattern)) continue;
        const field = name === '' ? 'value' : `fields.${name}`;
        yield {
          path: at.catalogue(home, `entries.${entry}.${field}.shape.pattern`),
          message: `${quoted(shape.pattern)} is not a regular expression`,
          mend: 'close what is open, and write a backslash before a character that stands for itself',
        };
      }
    }
  },
};
