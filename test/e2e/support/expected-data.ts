import type { ComposeFilter, PlannedBundle, PlannedFieldRead, PlannedKey } from '../../../lib/model';
import { FOREIGN, isMerged } from './foreign';
import type { EntryValue } from './values';

/** The values in the backend, by the entry's id. */
export type Values = ReadonlyMap<string, EntryValue>;

/** What a bundle's Secret must hold, as the plan says it: keys without a value are absent. */
export function expectedData(bundle: PlannedBundle, values: Values): Record<string, string> {
  const { everything, keys } = bundle;
  if (everything !== undefined) return { ...(values.get(everything) as Readonly<Record<string, string>>) };
  const pairs = keys.map((key) => [key.name, textOf(key, values)] as const);
  const own = Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
  return isMerged(bundle) ? { ...FOREIGN.data, ...own } : own;
}

/** A Secret's data as text. */
export const decoded = (data: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString('utf8')]));

// --- internal ---

function textOf({ parts, template }: PlannedKey, values: Values): string | undefined {
  return template === undefined ? composed(parts, values) : templated(template, parts, values);
}

/** What a template makes that only names its inputs. Whoever tests another one says what that makes. */
function templated(template: PlannedKey['template'], parts: PlannedKey['parts'], values: Values): string {
  const inputs = parts.filter((part) => typeof part === 'object');
  return String(template).replace(/{{(.*?)}}/g, (_, action: string) => {
    const text = inputs.filter(({ as }) => action.trim() === `.${as}`).map((input) => read(input, values))[0];
    if (text === undefined) throw new Error(`nobody knows what this makes: {{${action}}}`);
    return text;
  });
}

function composed(parts: readonly (string | PlannedFieldRead)[], values: Values): string | undefined {
  const texts = parts.map((part) => (typeof part === 'string' ? part : read(part, values)));
  return texts.includes(undefined) ? undefined : texts.join('');
}

function read({ entry, field, filter }: PlannedFieldRead, values: Values): string | undefined {
  const value = values.get(entry);
  const text = typeof value === 'string' ? value : value?.[field];
  return text === undefined || filter === undefined ? text : FILTERS[filter](text);
}

/** @see https://external-secrets.io/latest/guides/templating/ */
const FILTERS: Record<ComposeFilter, (text: string) => string> = {
  // what Go's url.QueryEscape does and encodeURIComponent does not
  urlquery: (text) =>
    encodeURIComponent(text)
      .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
      .replace(/%20/g, '+'),
  b64enc: (text) => Buffer.from(text).toString('base64'),
  // Go writes these characters so that HTML may hold the text
  toJson: (text) =>
    JSON.stringify(text).replace(
      /[<>&\u2028\u2029]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  // JavaScript takes a byte order mark for a space, and a next line for none
  trim: (text) => text.replace(/^\p{White_Space}+/u, '').replace(/\p{White_Space}+$/u, ''),
};
