import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const pushedValuesAreNotGenerated: PlanCheck = {
  code: 'pushed-values-are-not-generated',
  severity: 'error',
  summary: 'No value that is pushed is generated as well: it comes from the cluster.',
  *run(plan, at) {
    for (const { home, entry, pushedBy, fields } of plan.entries) {
      for (const { name, generate } of pushedBy === undefined ? [] : fields) {
        if (!generate) continue;
        yield {
          path: at.catalogue(home, `entries.${entry}.${name === '' ? 'value' : `fields.${name}`}.generate`),
          message: `${quoted(name || entry)} is pushed from the cluster, and would be generated as well`,
          mend: 'leave `generate` out',
        };
      }
    }
  },
};
