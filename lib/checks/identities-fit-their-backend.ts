import type { PlannedIdentity, PlannedProvider } from '../model';
import type { PlanCheck } from './check';

export const identitiesFitTheirBackend: PlanCheck = {
  code: 'identities-fit-their-backend',
  severity: 'error',
  summary: 'A store reads with an identity that its backend knows.',
  *run(plan, at) {
    for (const store of plan.stores) {
      const fitting = FITTING[store.provider.kind];
      if (fitting.includes(store.identity.kind)) continue;
      yield {
        path: at.store(store, 'identity'),
        message: `\`${store.identity.kind}()\` does not read from \`${store.provider.kind}()\``,
        mend:
          fitting[0] === 'none'
            ? 'leave it out: the provider says who reads'
            : `write ${fitting.map((kind) => `\`${kind}()\``).join(' or ')}`,
      };
    }
  },
};

// --- internal ---

/** @see https://external-secrets.io/latest/provider/aws-access/ and https://external-secrets.io/latest/provider/hashicorp-vault/ */
const FITTING: Readonly<Record<PlannedProvider['kind'], readonly PlannedIdentity['kind'][]>> = {
  secretsManager: ['irsa', 'podIdentity', 'staticCredentials'],
  parameterStore: ['irsa', 'podIdentity', 'staticCredentials'],
  vault: ['kubernetesAuth'],
  azureKeyVault: ['workloadIdentity'],
  provider: ['none'],
};
