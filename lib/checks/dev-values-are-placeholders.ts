import type { PlanCheck } from './check';
import { credentialsIn } from './support/credentials';
import { quoted } from './support/words';

export const devValuesArePlaceholders: PlanCheck = {
  code: 'dev-values-are-placeholders',
  severity: 'error',
  summary: 'No embedded value looks like a real credential: it stands in git.',
  async run(plan, at) {
    const credentials = await credentialsIn(plan, at);
    return credentials.flatMap(({ field, path, rule }) => {
      if (field === undefined) return [];
      return {
        path,
        message: `the value of ${quoted(field)} looks like a real credential (${rule})`,
        mend: 'write a placeholder, and replace the credential where it is used: git keeps it',
      };
    });
  },
};
