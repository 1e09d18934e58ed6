/** An object with its keys in the order in which kustomize prints them. */
export function inKustomizeOrder<Value>(object: Readonly<Record<string, Value>>): Record<string, Value> {
  // first by themselves, so that the order of the object does not matter where the rule has no answer
  const keys = Object.keys(object).sort().sort(compareKeys);
  return Object.fromEntries(keys.map((key) => [key, object[key]!]));
}

/**
 * The order of Go's YAML writer: the first difference decides, letters come after everything else, and digits
 * compare as the number that begins there. Not always an order: `2n` < `6` < `24` < `2n`, and kustomize prints these
 * three now so, now otherwise.
 * @see https://github.com/go-yaml/yaml/blob/v2.4.0/sorter.go
 */
export function compareKeys(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  if (at === a.length || at === b.length) return a.length - b.length;
  const letters = Number(isLetter(a[at]!)) - Number(isLetter(b[at]!));
  if (letters !== 0) return letters;
  if (isLetter(a[at]!)) return a[at]! < b[at]! ? -1 : 1;
  return compareNumbers(a, b, at) || (a[at]! < b[at]! ? -1 : 1);
}

// --- internal ---

const isLetter = (character: string): boolean => /[A-Za-z]/.test(character) || /\p{L}/u.test(character);

/** What begins at the first difference, as numbers, then the shorter one first. */
function compareNumbers(a: string, b: string, at: number): number {
  // a zero after other digits is a digit like them, and not the beginning of a number
  const prefix = (a[at] === '0' || b[at] === '0') && /[1-9]\d*$/.test(a.slice(0, at)) ? '1' : '';
  const [left, right] = [digitsFrom(a, at), digitsFrom(b, at)];
  const difference = toInt64(prefix + left) - toInt64(prefix + right);
  return difference === 0n ? left.length - right.length : difference < 0n ? -1 : 1;
}

const digitsFrom = (text: string, at: number): string => /^\d*/.exec(text.slice(at))![0];

/** As Go's integers overflow. */
const toInt64 = (digits: string): bigint => BigInt.asIntN(64, BigInt(digits || '0'));
