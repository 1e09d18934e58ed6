import fc from 'fast-check';
import { compareKeys } from '../../lib/kubernetes/kustomize-order';
import { parseEnvFile } from '../../lib/model/env-file';
import { hostileText } from '../kubernetes/hostile';

/** A Secret that is made twice: by us and by kustomize. */
export interface SecretCase {
  readonly name: string;
  readonly namespace?: string;
  readonly type?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly nameSuffixHash: boolean;
  /** Values by key: texts become `literals`, bytes become `files`. */
  readonly values: Readonly<Record<string, string | Uint8Array>>;
  /** An env file whose keys are none of `values`. */
  readonly envFile: Uint8Array;
}

/** Many different Secrets, none of which has another's name. */
export function secretCases(count: number): fc.Arbitrary<SecretCase[]> {
  const one: fc.Arbitrary<SecretCase> = fc.record(
    {
      name: name(),
      namespace: fc.oneof(label(), fc.constantFrom('12', 'true', 'e5')),
      type: fc.oneof(fc.constantFrom('Opaque', 'kubernetes.io/tls', 'true', '12', '1e3', 'a<b>&c', 'a b'), name()),
      labels: fc.dictionary(
        label().filter((text) => !REFUSED.test(text)),
        fc.oneof(label(), fc.constantFrom('', 'yes', '1.5')),
        { maxKeys: 3 },
      ),
      nameSuffixHash: fc.boolean(),
      values: fc.dictionary(key(), fc.oneof(text(), bytes()), { maxKeys: 6 }),
      envFile: envFile(),
    },
    { requiredKeys: ['name', 'labels', 'nameSuffixHash', 'values', 'envFile'] },
  );
  const printable = one.filter((secret) => hasOneOrder(secret.labels) && hasOneOrder(valuesOf(secret)));
  return fc.uniqueArray(printable, { selector: (secret) => secret.name, minLength: count, maxLength: count });
}

/** All values of a Secret by key. */
export function valuesOf(secret: SecretCase): Record<string, string | Uint8Array> {
  return { ...secret.values, ...parseEnvFile(secret.envFile) };
}

// --- internal ---

/** Where the order of keys runs in a circle, kustomize prints now this and now that. */
function hasOneOrder(object: object): boolean {
  const keys = Object.keys(object).sort(compareKeys);
  return keys.every((key, index) => keys.slice(index + 1).every((later) => compareKeys(key, later) < 0));
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

function characters(allowed: string, size: { minLength?: number; maxLength: number }): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...allowed), ...size });
}

/** A DNS label: also one that looks like a number or a word. */
function label(): fc.Arbitrary<string> {
  const end = fc.constantFrom(...LETTERS, ...DIGITS);
  const middle = characters(`${LETTERS}${DIGITS}-`, { maxLength: 20 });
  return fc.tuple(end, middle, fc.oneof(end, fc.constant(''))).map((parts) => parts.join('').replace(/-+$/, ''));
}

function name(): fc.Arbitrary<string> {
  const words = fc.constantFrom('true', 'null', 'no', 'y', '123', '1e3', '0x1f', '1.5', '1.2.3', '2001-12-14');
  return fc.oneof(
    fc.array(label(), { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.')),
    words,
  );
}

/** A Secret's key. */
function key(): fc.Arbitrary<string> {
  const random = characters(`${LETTERS}${LETTERS.toUpperCase()}${DIGITS}-._`, { minLength: 1, maxLength: 30 });
  const known = fc.constantFrom(
    ...['.dockerconfigjson', 'tls.crt', 'ssh-privatekey', '1.2.3', '12ab', '1e', '-a', '--', '_', '_1', 'e5', '.e5'],
    ...['y', 'No', 'ON', 'off', '---', '...a', '-', '2001-12', '__proto__', 'constructor'],
  );
  return fc.oneof({ weight: 4, arbitrary: random }, known).filter((text) => !REFUSED.test(text));
}
/** kustomize fails on a key that Go's YAML reader takes for a number, a boolean or a null; here some more are left out. */
const REFUSED = /^\.$|^\.\.|^(?=.*\d)[-.\d][-._\da-fA-FxXoO]*$|^-?\.\w{0,3}$|^(?:true|false|null)$/i;

/** Also as long as what kustomize breaks into lines, and one less, and one more. */
function text(): fc.Arbitrary<string> {
  const long = fc
    .tuple(fc.integer({ min: 40, max: 700 }), fc.constantFrom('a', 'é', 'x\n', '😀'))
    .map(([n, s]) => s.repeat(n));
  return fc.oneof(
    { weight: 4, arbitrary: hostileText() },
    long,
    fc.constantFrom('a=b=', '=', "'q'", '"q"', "it's", '$HOME'),
  );
}

function bytes(): fc.Arbitrary<Uint8Array> {
  return fc.oneof(fc.uint8Array({ maxLength: 10 }), fc.uint8Array({ minLength: 45, maxLength: 160 }));
}

/** Lines that kustomize accepts; keys begin with `ENV`, so that they are none of the other values'. */
function envFile(): fc.Arbitrary<Uint8Array> {
  const value = hostileText().map((line) => line.replaceAll('\n', '').replace(/\r$/, ''));
  const pair = fc.tuple(characters('ABC_.-123', { maxLength: 6 }), value);
  const pairs = fc.uniqueArray(pair, { selector: ([suffix]) => suffix, maxLength: 4 });
  const noise = fc.constantFrom('', '', '\t', '# comment=1', '  #', ' \u00a0 ');
  const lines = fc
    .tuple(pairs, noise, fc.constantFrom('', ' ', '\t\u0085\u3000'))
    .map(([list, other, indent]) => list.flatMap(([suffix, line]) => [`${indent}ENV${suffix}=${line}`, other]));
  return fc
    .tuple(lines, fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\ufeff'), fc.constantFrom('', '\n'))
    .map(([list, end, mark, last]) => Buffer.from(mark + list.join(end) + last));
}
