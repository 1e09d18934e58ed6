import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const placeholderCredentialsStayInDev: PlanCheck = {
  code: 'placeholder-credentials-stay-in-dev',
  severity: 'error',
  summary: 'An access key stands in the repository only in tier `dev`, and only for an emulator.',
  *run(plan, at) {
    const environments = new Map(plan.environments.map((environment) => [environment.id, environment]));
    for (const store of plan.stores) {
      const { identity, provider, home } = store;
      if (identity.kind !== 'staticCredentials' || !identity.data) continue;
      const isEmulator = 'region' in provider && provider.endpoint !== undefined;
      if (isEmulator && environments.get(home)?.tier === 'dev') continue;
      yield {
        path: at.store(store, 'identity.placeholders'),
        message: `${quoted(identity.secretName)} would hold an access key that stands in the repository, ${
          isEmulator ? 'outside tier `dev`' : 'and AWS itself takes no placeholder'
        }`,
        mend: 'leave `placeholders` out and make the Secret by hand; for an emulator in tier `dev` write its `endpoint`',
      };
    }
  },
};
