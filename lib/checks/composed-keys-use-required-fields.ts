import type { PlannedKey } from '../model';
import type { PlanCheck } from './check';
import { listed, quoted } from './support/words';

/** @see https://external-secrets.io/latest/guides/templating/ */
export const composedKeysUseRequiredFields: PlanCheck = {
  code: 'composed-keys-use-required-fields',
  severity: 'error',
  summary: 'A composed key is made of required fields: without one of its parts it has no value.',
  *run(plan, at) {
    const optional = new Set<string>();
    for (const { id, fields } of plan.entries) {
      for (const { name, required } of fields) if (!required) optional.add(`${id}.${name}`);
    }
    for (const { home, bundle, keys, templateFrom, source } of plan.bundles) {
      if (source.kind !== 'sync') continue;
      for (const [index, { parts }] of templateFrom.entries()) {
        const reads = readsOf({ parts }).filter((read) => optional.has(read));
        if (reads.length === 0) continue;
        yield {
          path: at.catalogue(home, `bundles.${bundle}.templateFrom.${index}.template`),
          message: `the template reads ${listed(new Set(reads.map(shortName)))}, optional in ${home}`,
          mend: 'make the field required there, or give it a key of its own',
        };
      }
      for (const key of keys) {
        if (key.required || !isComposed(key)) continue;
        const parts = readsOf(key).filter((read) => optional.has(read));
        yield {
          path: at.catalogue(home, `bundles.${bundle}.keys.${key.name}`),
          message: `${quoted(key.name)} is composed of ${listed(new Set(parts.map(shortName)))}, optional in ${home}`,
          mend: 'make the field required there, or give the field a key of its own',
        };
      }
    }
  },
};

// --- internal ---

/** One field without a filter is not composed: it may be absent. */
const isComposed = ({ parts: [first, ...rest], template }: PlannedKey): boolean =>
  rest.length > 0 || template !== undefined || (typeof first === 'object' && first.filter !== undefined);

const readsOf = ({ parts }: Pick<PlannedKey, 'parts'>): string[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [] : [`${part.entry}.${part.field}`]));

/** `database.password` of `shop/production/database.password`. */
const shortName = (read: string): string => read.split('/').slice(2).join('/');
