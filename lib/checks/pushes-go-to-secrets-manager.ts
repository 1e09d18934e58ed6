import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const pushesGoToSecretsManager: PlanCheck = {
  code: 'pushes-go-to-secrets-manager',
  severity: 'error',
  summary: 'What is pushed is kept in Secrets Manager: for other backends no right to write is derived.',
  *run(plan, at) {
    const entries = new Map(plan.entries.map((entry) => [entry.id, entry]));
    for (const { home, push, entry } of plan.pushes) {
      const { backend } = entries.get(entry)!;
      if (backend === 'secretsManager') continue;
      yield {
        path: at.catalogue(home, `pushes.${push}`),
        message: `${quoted(push)} is pushed to \`${backend}()\` in ${home}, where its entry is kept`,
        mend: 'write `onlyIn` with the environments that keep it in `secretsManager()`',
      };
    }
  },
};
