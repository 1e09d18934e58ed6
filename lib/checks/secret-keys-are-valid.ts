import type { PlanCheck } from './check';
import { certificateAuthorities } from './support/certificate-authorities';
import { misnamed, SECRET_KEY } from './support/name-rule';

export const secretKeysAreValid: PlanCheck = {
  code: 'secret-keys-are-valid',
  severity: 'error',
  summary: 'The keys of a Secret are letters, digits, `-`, `_` and `.`.',
  *run(plan, at) {
    const entries = new Map(plan.entries.map((entry) => [entry.id, entry]));
    const valid = new Set<string>();
    const flawOf = (name: string) => {
      if (valid.has(name)) return undefined;
      const flaw = misnamed(SECRET_KEY, name);
      if (!flaw) valid.add(name);
      return flaw;
    };
    for (const { home, bundle, keys, templateFrom, everything } of plan.bundles) {
      for (const [index, { key }] of templateFrom.entries()) {
        const flaw = key === undefined ? undefined : flawOf(key);
        if (flaw) yield { path: at.catalogue(home, `bundles.${bundle}.templateFrom.${index}.key`), ...flaw };
      }
      const whole = entries.get(everything ?? '');
      // Everything of one plain value has a finding of its own.
      for (const { name } of whole?.plain ? [] : keys) {
        const flaw = flawOf(name);
        if (flaw) yield { path: at.catalogue(home, `bundles.${bundle}.keys.${name}`), ...flaw };
      }
      for (const { name } of whole && !whole.plain ? whole.fields : []) {
        const flaw = flawOf(name);
        if (flaw) yield { path: at.catalogue(home, `entries.${whole!.entry}.fields.${name}`), ...flaw };
      }
    }
    for (const { provider, path } of certificateAuthorities(plan, at)) {
      const flaw = provider.caProvider && flawOf(provider.caProvider.key);
      if (flaw) yield { path: path('ca.key'), ...flaw };
    }
    for (const store of plan.stores) {
      if (store.identity.kind !== 'staticCredentials') continue;
      for (const field of ['accessKeyIdKey', 'secretAccessKeyKey'] as const) {
        const flaw = flawOf(store.identity[field]);
        if (flaw) yield { path: at.store(store, `identity.${field}`), ...flaw };
      }
    }
  },
};
