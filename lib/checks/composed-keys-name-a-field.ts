import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://kubernetes.io/docs/concepts/configuration/configmap/ */
export const composedKeysNameAField: PlanCheck = {
  code: 'composed-keys-name-a-field',
  severity: 'error',
  summary: 'A composed key names a field: a text that is no secret is for a ConfigMap.',
  *run(plan, at) {
    for (const { home, bundle, keys } of plan.bundles) {
      for (const { name, parts } of keys) {
        if (parts.some((part) => typeof part !== 'string')) continue;
        yield {
          path: at.catalogue(home, `bundles.${bundle}.keys.${name}`),
          message: `${quoted(name)} is composed of no field, and its text is no secret`,
          mend: 'name a field in braces, or write the text into a ConfigMap or the `env` of the workload',
        };
      }
    }
  },
};
