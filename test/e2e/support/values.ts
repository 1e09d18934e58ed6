import { randomBytes } from 'node:crypto';
import type { PlannedEntry } from '../../../lib/model';

/** The values of an entry by field; of a plain one, the value itself. */
export type EntryValue = Readonly<Record<string, string>> | string;

/** Values of every kind that has ever gone wrong, each a random one. */
export const KINDS = {
  lines: () => `line one ${random()}\nline two\r\n\ttabbed "quoted" 'single' \\backslash\n`,
  large: () => randomBytes(30_000).toString('hex'),
  json: () => JSON.stringify({ nested: { text: random(), list: [1, true, null, 'ü'], more: '{"a":"<b>&"}' } }),
  pem: () => `-----BEGIN PRIVATE KEY-----\n${randomBytes(48).toString('base64')}\n-----END PRIVATE KEY-----\n`,
  unicode: () => `grüße 🗝️ 你好 \u2028 ${random()} {{ .not_a_template }} $NOT_A_VARIABLE #not-a-comment: %41+&=/?@`,
  odd: () => `${ODD}${random()}`,
  digits: () => String(randomBytes(4).readUInt32BE()),
  spaced: () => `\u0085  \ufeff${random()}\ufeff  \u3000\n`,
} as const;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as Kind[];

/**
 * Random values for an entry: its fields get every kind in turn, beginning with another one in each entry, and fields
 * that no catalogue names get the kinds that are left; these may arrive in open bundles only.
 * Every second optional field is left out.
 */
export function valueFor({ id, plain, fields }: PlannedEntry): EntryValue {
  const [first, ...others] = rotated(KIND_NAMES, [...id].length);
  if (plain) return KINDS[first!]();
  const kept = fields.filter(({ required }, at) => required || at % 2 === 0);
  const kinds = [first!, ...others];
  const named = kept.map(({ name }, at) => [name, KINDS[kinds[at] ?? SMALL[at % SMALL.length]!]()] as const);
  const unnamed = kinds.slice(kept.length).map((kind) => [`NOT_IN_THE_CATALOGUE_${kind}`, KINDS[kind]()] as const);
  return Object.fromEntries([...named, ...unnamed, ['NOT_IN_THE_CATALOGUE', random()]]);
}

/** What Secrets Manager keeps. */
export const stored = (value: EntryValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

// --- internal ---

/** Control characters, and others that YAML or JavaScript takes for something else. */
const ODD = [...Array.from({ length: 0xa1 }, (_, code) => code), 0x2028, 0x2029, 0xfeff, 0xfffd, 0xfffe, 0xffff]
  .map((code) => String.fromCodePoint(code))
  .join('');

const random = (): string => randomBytes(12).toString('base64url');

/** An entry holds 64 KiB. @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
const SMALL = KIND_NAMES.filter((kind) => kind !== 'large');

const rotated = <T>(list: readonly T[], by: number): T[] => list.map((_, at) => list[(at + by) % list.length]!);
