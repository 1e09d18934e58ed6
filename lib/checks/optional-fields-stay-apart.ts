import type { Plan, PlannedEntry } from '../model';
import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { quoted } from './support/words';

/**
 * The operator takes an entry with optional fields whole, and writes "_" for what a key of a Secret may not have.
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
export const optionalFieldsStayApart: PlanCheck = {
  code: 'optional-fields-stay-apart',
  severity: 'error',
  summary:
    'The fields of an entry with optional ones differ in more than what a key of a Secret may not have: else one gets the value of another.',
  *run(plan, at) {
    const whole = takenWhole(plan);
    for (const { id, home, entry, fields } of plan.entries) {
      if (!whole.has(id)) continue;
      for (const [field, earlier] of repeated(fields, ({ name }) => asKey(name))) {
        yield {
          path: at.catalogue(home, `entries.${entry}.fields.${field.name}`),
          message: `${quoted(field.name)} and ${quoted(earlier.name)} are both ${quoted(asKey(field.name))} to the operator`,
          mend: 'rename one of the two, in the entry as well',
        };
      }
    }
  },
};

// --- internal ---

const asKey = (name: string): string => name.replace(/[^-._a-zA-Z0-9]/gu, '_');

/** The ids of entries of which an optional key is read. */
function takenWhole({ bundles }: Plan): ReadonlySet<PlannedEntry['id']> {
  const reads = bundles.flatMap(({ keys, source }) =>
    source.kind === 'sync' ? keys.flatMap(({ required, parts }) => (required ? [] : parts)) : [],
  );
  return new Set(reads.flatMap((part) => (typeof part === 'string' ? [] : [part.entry])));
}
