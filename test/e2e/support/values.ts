import { randomBytes } from 'node:crypto';
import type { PlannedEntry } from '../../../lib/model';

/** The values of an entry by field; of a plain one, the value itself. */
export type EntryValue = Readonly<Record<string, string>> | string;

/** A field that no catalogue names: it may arrive in open bundles only. */
export const UNNAMED = 'NOT_IN_THE_CATALOGUE';

/**
 * Random values for an entry, of every kind that has ever gone wrong, one field of 60 kB among them.
 * Every second optional field is left out.
 */
export function valueFor({ plain, fields }: PlannedEntry): EntryValue {
  if (plain) return KINDS[0]!();
  const kept = fields.filter(({ required }, at) => required || at % 2 === 0);
  const pairs = kept.map(({ name }, at) => [name, KINDS[at % KINDS.length]!()] as const);
  return Object.fromEntries([...pairs, [UNNAMED, random()]]);
}

/** What Secrets Manager keeps. */
export const stored = (value: EntryValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

// --- internal ---

const random = (): string => randomBytes(12).toString('base64url');

const KINDS: readonly (() => string)[] = [
  () => `line one ${random()}\nline two\r\n\ttabbed "quoted" 'single' \\backslash\n`,
  () => randomBytes(30_000).toString('hex'),
  () => JSON.stringify({ nested: { text: random(), list: [1, true, null, 'ü'] } }),
  () => `-----BEGIN PRIVATE KEY-----\n${randomBytes(48).toString('base64')}\n-----END PRIVATE KEY-----\n`,
  () => `grüße 🗝️ 你好 \u2028 ${random()} {{ .not_a_template }} $NOT_A_VARIABLE #not-a-comment: %41+&=/?@`,
  () => String(randomBytes(4).readUInt32BE()),
  () => '  true  ',
];
