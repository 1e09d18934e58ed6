import type { PlannedField } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const generatedValuesHaveTheirShape: PlanCheck = {
  code: 'generated-values-have-their-shape',
  severity: 'error',
  summary: 'A value that is generated can have the shape of its field.',
  *run(plan, at) {
    for (const { home, entry, fields } of plan.entries) {
      for (const field of fields) {
        const flaw = flawOf(field);
        if (flaw === undefined) continue;
        const name = field.name === '' ? 'value' : `fields.${field.name}`;
        yield {
          path: at.catalogue(home, `entries.${entry}.${name}.generate`),
          message: flaw,
          mend: 'leave `generate` out, or change the `shape`',
        };
      }
    }
  },
};

// --- internal ---

function flawOf({ generate, shape }: PlannedField): string | undefined {
  if (!generate || !shape) return undefined;
  const { format = 'text', minimumLength = 0 } = shape;
  if (format === 'url' || format === 'pem' || format === 'json') {
    return `random characters are not of the shape ${quoted(format)}`;
  }
  if (generate.length >= minimumLength) return undefined;
  return `${generate.length} characters are generated, and the shape asks for ${minimumLength}`;
}
