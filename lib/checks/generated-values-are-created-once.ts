import { RANDOM_GENERATORS } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://github.com/external-secrets/external-secrets/issues/3979 */
export const generatedValuesAreCreatedOnce: PlanCheck = {
  code: 'generated-values-are-created-once',
  severity: 'error',
  summary:
    'A bundle of random values is created once: each refresh makes other ones, and so does each change of a label.',
  *run(plan, at) {
    for (const bundle of plan.bundles) {
      const { generator, source } = bundle;
      if (!generator || source.kind !== 'sync' || source.refreshPolicy === 'CreatedOnce') continue;
      if (!RANDOM_GENERATORS.includes(generator.kind)) continue;
      yield {
        path: at.bundle(bundle, 'refreshPolicy'),
        message: `the ${generator.kind} ${quoted(generator.name)} makes another value at every refresh`,
        mend: "write `refreshPolicy: 'CreatedOnce'` and, since the operator may still make a first value twice, `immutable: true`",
      };
    }
  },
};
