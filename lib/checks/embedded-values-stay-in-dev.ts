import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const embeddedValuesStayInDev: PlanCheck = {
  code: 'embedded-values-stay-in-dev',
  severity: 'error',
  summary: 'The embedded backend, whose values stand in git, is for the tier `dev` only.',
  *run(plan, at) {
    for (const { id, backend, tier } of plan.environments) {
      if (backend !== 'embedded' || tier === 'dev') continue;
      yield {
        path: at.environment(id, 'backend'),
        message: `the values of ${quoted(id)} would stand in git, and its tier is ${quoted(tier)}`,
        mend: 'write `backend: secretsManager()`, or `tier: "dev"`',
      };
    }
  },
};
