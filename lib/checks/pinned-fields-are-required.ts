import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const pinnedFieldsAreRequired: PlanCheck = {
  code: 'pinned-fields-are-required',
  severity: 'error',
  summary:
    'A key that says how its field is read (`version`, `decode`, `metadata`) reads a required one: an optional field is read as it stands.',
  *run(plan, at) {
    for (const bundle of plan.bundles) {
      if (bundle.source.kind !== 'sync') continue;
      for (const { name, required, parts } of bundle.keys) {
        const isPinned = parts.some(
          (part) => typeof part !== 'string' && (part.version ?? part.decode ?? part.metadata),
        );
        if (required || !isPinned) continue;
        yield {
          path: at.catalogue(bundle.home, `bundles.${bundle.bundle}.keys.${name}`),
          message: `${quoted(name)} says how its field is read, and the field is optional`,
          mend: 'make the field required, or read it as it stands',
        };
      }
    }
  },
};
