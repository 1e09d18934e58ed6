import type { PlanCheck } from './check';
import { credentialsIn } from './support/credentials';

export const textsHoldNoCredential: PlanCheck = {
  code: 'texts-hold-no-credential',
  severity: 'error',
  summary:
    'No summary, name, tag or text of a composed key looks like a real credential: it stands in git and in the output.',
  async run(plan, at) {
    const credentials = await credentialsIn(plan, at);
    return credentials.flatMap(({ field, path, rule }) => {
      if (field !== undefined) return [];
      return {
        path,
        message: `a text looks like a real credential (${rule})`,
        mend: 'make it a field, and replace the credential where it is used: git keeps it',
      };
    });
  },
};
