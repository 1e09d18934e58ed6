import type { PlanCheck } from './check';
import { shapeFlaw } from './support/shape';
import { quoted } from './support/words';

export const devValuesHaveTheirShape: PlanCheck = {
  code: 'dev-values-have-their-shape',
  severity: 'error',
  summary: 'An embedded value has the shape of its field.',
  *run(plan, at) {
    for (const { home, entry, fields } of plan.entries) {
      for (const { name, shape, value } of fields) {
        if (value === undefined || shape === undefined) continue;
        const flaw = shapeFlaw(shape, Buffer.from(value, 'base64').toString());
        if (flaw === undefined) continue;
        const field = name === '' ? entry : `${entry}.${name}`;
        yield {
          path: at.environment(home, `backend.values.${field}`),
          message: `the value of ${quoted(field)} ${flaw}`,
          mend: "write a placeholder of that shape, or change the field's `shape`",
        };
      }
    }
  },
};
