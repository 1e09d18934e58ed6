import type { PlannedBundle } from '../model';
import type { PlanCheck } from './check';
import { at as valueAt } from './support/json-at';

/** A field that a patch must not have, and why. */
interface Taken {
  readonly field: string;
  readonly message: string;
  readonly mend: string;
}

/** @see https://www.rfc-editor.org/rfc/rfc7386 */
export const patchesLeaveWordsAlone: PlanCheck = {
  code: 'patches-leave-words-alone',
  severity: 'error',
  summary:
    'A `patch` changes nothing that a word of its bundle says: what is checked, granted and shown follows from the words.',
  *run({ bundles }, at) {
    for (const bundle of bundles) {
      for (const { field, message, mend } of takenBy(bundle)) {
        const isFlawed = (other: PlannedBundle): boolean =>
          other.source.kind !== 'sync' || [...takenBy(other)].some((it) => it.field === field);
        yield { path: at.bundle(bundle, `patch.${field}`, isFlawed), message, mend };
      }
    }
  },
};

// --- internal ---

/** What an environment can say as well stands beside its `patch`. */
const WORDS: Readonly<Record<string, string>> = {
  refreshInterval: '`refreshInterval`',
  refreshPolicy: '`refreshPolicy`',
  secretStoreRef: '`backend` and `store`',
  'target.creationPolicy': '`creationPolicy`',
  'target.deletionPolicy': '`deletionPolicy`',
  'target.immutable': '`immutable`',
  'target.name': '`secretName`',
};

const WORDS_OF_THE_CATALOGUE: Readonly<Record<string, string>> = {
  data: '`keys`',
  'target.template.data': '`keys`',
  'target.template.metadata.annotations': '`secretAnnotations`',
  'target.template.metadata.labels': '`secretLabels`',
  'target.template.templateFrom': '`templateFrom`',
  'target.template.type': '`type`',
};

const READS: Readonly<Record<string, string>> = { extract: '`everything`', find: '`find`' };

/** What holds fields that words say: nothing but a patch of them keeps these. */
const PARENTS = ['target', 'target.template', 'target.template.metadata'];

function* takenBy({ source, everything, find, generator }: PlannedBundle): Iterable<Taken> {
  const patch = source.kind === 'sync' ? source.patch : undefined;
  if (!patch) return;
  const has = (field: string): boolean => valueAt(patch, ...field.split('.')) !== undefined;
  for (const [field, word] of Object.entries(WORDS)) {
    if (has(field)) yield taken(field, `write ${word} beside \`patch\``);
  }
  for (const [field, word] of Object.entries(WORDS_OF_THE_CATALOGUE)) {
    if (has(field)) yield taken(field, inTheCatalogue(word));
  }
  for (const field of PARENTS) {
    const given = valueAt(patch, ...field.split('.'));
    if (given !== undefined && !isObject(given)) yield replaced(field);
  }
  if (has('dataFrom')) yield* takenFrom(patch.dataFrom, Boolean(everything ?? find ?? generator));
}

/** A list takes the place of a list. */
function* takenFrom(dataFrom: unknown, isRendered: boolean): Iterable<Taken> {
  if (isRendered || !Array.isArray(dataFrom) || dataFrom.length === 0) yield replaced('dataFrom');
  if (!Array.isArray(dataFrom)) return;
  for (const [index, item] of dataFrom.entries()) {
    for (const [kind, word] of Object.entries(READS)) {
      if (valueAt(item, kind) !== undefined) yield taken(`dataFrom.${index}.${kind}`, inTheCatalogue(word));
    }
  }
}

const taken = (field: string, mend: string): Taken => ({
  field,
  message: `\`${field}\` has a word of its own`,
  mend,
});

const replaced = (field: string): Taken => ({
  field,
  message: `\`${field}\` takes the place of what the words of the bundle say`,
  mend: field === 'dataFrom' ? 'leave it out, or make it a bundle of its own' : 'write the fields of it that change',
});

const inTheCatalogue = (word: string): string => `write ${word} at the bundle in the catalogue`;

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
