import type { Plan } from '../model';
import type { PlanCheck } from './check';
import { scanForCredentials } from './support/credential-scanner';
import { quoted } from './support/words';

export const devValuesArePlaceholders: PlanCheck = {
  code: 'dev-values-are-placeholders',
  severity: 'error',
  summary: 'No embedded value looks like a real credential: it stands in git.',
  async run(plan, at) {
    const values = [...embeddedValues(plan)];
    if (values.length === 0) return [];
    const suspicion = await scanForCredentials(values);
    return [...suspicion].map(([index, rule]) => {
      const { home, field } = values[index]!;
      return {
        path: at.environment(home, `backend.values.${field}`),
        message: `the value of ${quoted(field)} looks like a real credential (${rule})`,
        mend: 'write a placeholder, and replace the credential where it is used: git keeps it',
      };
    });
  },
};

// --- internal ---

function* embeddedValues({ entries }: Plan) {
  for (const { home, entry, fields } of entries) {
    for (const { name, value } of fields) {
      if (value === undefined) continue;
      const field = name === '' ? entry : `${entry}.${name}`;
      yield { home, field, name: name || entry, value: Buffer.from(value, 'base64').toString() };
    }
  }
}
