import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://external-secrets.io/latest/provider/aws-secrets-manager/ */
export const tagsAreOfSecretsManager: PlanCheck = {
  code: 'tags-are-of-secrets-manager',
  severity: 'error',
  summary: 'A key that reads the tags of an entry reads them in Secrets Manager: elsewhere nothing is granted for it.',
  *run(plan, at) {
    const entries = new Map(plan.entries.map((entry) => [entry.id, entry]));
    for (const bundle of plan.bundles) {
      for (const { name, parts } of bundle.keys) {
        for (const part of parts) {
          if (typeof part === 'string' || !part.metadata) continue;
          const { backend, entry } = entries.get(part.entry)!;
          if (backend === 'secretsManager' || backend === 'embedded') continue;
          yield {
            path: at.catalogue(bundle.home, `bundles.${bundle.bundle}.keys.${name}.metadata`),
            message: `${quoted(entry)} is in \`${backend}()\`, whose tags are not read`,
            mend: 'leave `metadata` out',
          };
        }
      }
    }
  },
};
