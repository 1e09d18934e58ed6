import type { ComposeFilter, Decoding, EmbeddedBackend, EmbeddedSecret, PlannedEntry, PlannedKey } from '../model';
import { findField } from './keys';

/** The Secret whose values stand in the repository. A key without a value is left out; a check names it. */
export function planEmbeddedSecret(
  name: string,
  keys: readonly PlannedKey[],
  backend: EmbeddedBackend,
  entries: ReadonlyMap<string, PlannedEntry>,
): EmbeddedSecret {
  const data = keys.map((key) => [key.name, embeddedValue(key, entries)] as const);
  return {
    kind: 'embedded',
    name,
    as: backend.as ?? 'secret',
    nameSuffixHash: backend.nameSuffixHash ?? true,
    data: sorted(data),
  };
}

// --- internal ---

function sorted(pairs: readonly (readonly [string, string | undefined])[]): Record<string, string> {
  const known = pairs.filter((pair): pair is [string, string] => pair[1] !== undefined);
  return Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function embeddedValue(
  { parts, template }: PlannedKey,
  entries: ReadonlyMap<string, PlannedEntry>,
): string | undefined {
  // Only the operator runs it.
  if (template !== undefined) return undefined;
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object' && !only.filter) {
    // There are no tags to read.
    return only.metadata ? undefined : decoded(findField(only, entries)?.value, only.decode);
  }
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else {
      const value = findField(part, entries)?.value;
      if (value === undefined) return undefined;
      text += filtered(Buffer.from(value, 'base64').toString(), part.filter);
    }
  }
  return Buffer.from(text).toString('base64');
}

/** The bytes that a value's text stands for. @see https://external-secrets.io/latest/guides/decoding-strategy/ */
function decoded(value: string | undefined, decode: Decoding | undefined): string | undefined {
  if (value === undefined || decode === undefined) return value;
  const text = Buffer.from(value, 'base64').toString();
  const isEncoded = /^[A-Za-z0-9+/_-]*={0,2}$/.test(text) && text.length % 4 === 0;
  return decode === 'Auto' && !isEncoded ? value : Buffer.from(text, 'base64').toString('base64');
}

/** What the operator's template functions do. @see https://external-secrets.io/latest/guides/templating/#helper-functions */
function filtered(text: string, filter: ComposeFilter | undefined): string {
  switch (filter) {
    case 'urlquery':
      return queryEscape(text);
    case 'b64enc':
      return Buffer.from(text).toString('base64');
    case 'toJson':
      return goJson(text);
    case 'trim':
      return trimmed(text);
    default:
      return text;
  }
}

/** @see https://pkg.go.dev/net/url#QueryEscape */
const queryEscape = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, '+');

/** JavaScript's own takes a byte order mark for a space, and a next line for none. @see https://pkg.go.dev/strings#TrimSpace */
const trimmed = (text: string): string => text.replace(/^\p{White_Space}+/u, '').replace(/\p{White_Space}+$/u, '');

/** Go escapes what HTML would read. @see https://pkg.go.dev/encoding/json#Marshal */
const goJson = (text: string): string =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
