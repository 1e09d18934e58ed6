import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const requiredFieldsHaveDevValues: PlanCheck = {
  code: 'required-fields-have-dev-values',
  severity: 'error',
  summary: 'With the embedded backend every required field has a value.',
  *run(plan, at) {
    for (const { backend, home, entry, fields } of plan.entries) {
      if (backend !== 'embedded') continue;
      for (const { name, required, value } of fields) {
        if (!required || value !== undefined) continue;
        const field = name === '' ? entry : `${entry}.${name}`;
        yield {
          path: at.environment(home, `backend.values.${field}`),
          message: `${quoted(field)} is required and has no value`,
          mend: 'write a placeholder, or name the environments that need it in `requiredIn`',
        };
      }
    }
  },
};
