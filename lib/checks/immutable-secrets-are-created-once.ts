import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://kubernetes.io/docs/concepts/configuration/secret/#secret-immutable */
export const immutableSecretsAreCreatedOnce: PlanCheck = {
  code: 'immutable-secrets-are-created-once',
  severity: 'error',
  summary: 'An immutable Secret is not refreshed: no API server lets the operator write it a second time.',
  *run(plan, at) {
    for (const bundle of plan.bundles) {
      if (!bundle.immutable || bundle.source.kind !== 'sync' || bundle.source.refreshPolicy === 'CreatedOnce') continue;
      yield {
        path: at.bundle(bundle, 'immutable', ({ immutable }) => immutable),
        message: `${quoted(bundle.bundle)} is immutable, and would be refreshed`,
        mend: "write `refreshPolicy: 'CreatedOnce'`, or leave `immutable` out",
      };
    }
  },
};
