import type { PlanCheck } from './check';
import { backendKeepingFields } from './support/kept-by-field';
import { quoted } from './support/words';

/** @see https://external-secrets.io/latest/provider/azure-key-vault/ */
export const keyVaultFieldsAreRequired: PlanCheck = {
  code: 'key-vault-fields-are-required',
  severity: 'error',
  summary:
    'In Key Vault, and wherever each field is a secret of its own, a bundle reads required fields only: a missing secret fails its whole sync.',
  *run(plan, at) {
    const entries = new Map(plan.entries.map((entry) => [entry.id, entry]));
    for (const bundle of plan.bundles) {
      const open = entries.get(bundle.everything ?? '');
      const keptOpen = open && backendKeepingFields(open);
      if (open && keptOpen !== undefined) {
        yield {
          path: at.bundle(bundle, 'everything'),
          message: `${quoted(open.entry)} is no object in ${keptOpen}: it cannot be read whole`,
          mend: 'name its fields: write `all` with the entry, or `keys`',
        };
        continue;
      }
      for (const { name, required, parts } of bundle.keys) {
        const [read] = parts.filter((part) => typeof part !== 'string');
        const entry = entries.get(read?.entry ?? '');
        const kept = entry && backendKeepingFields(entry);
        if (required || !entry || kept === undefined) continue;
        yield {
          path: at.environment(bundle.home, `entries.${entry.entry}`),
          message: `${quoted(`${entry.entry}.${read?.field ?? name}`)} is optional, and from ${kept} the operator cannot leave a missing secret out`,
          mend: `write \`without: ['${read?.field ?? name}']\`, or make it required`,
        };
      }
    }
  },
};
