import { distance } from 'fastest-levenshtein';

/** For what people cannot write wrong: both sides are derived. */
export const REPORT_IT =
  'this is a mistake of keywright and not of yours: report it, with what `keywright plan` prints';

/** A text as a message shows it: in quotes, on one line, shortened. */
export function quoted(text: string): string {
  return JSON.stringify(text.length <= 80 ? text : `${text.slice(0, 60)}… (${text.length} characters)`);
}

/** Names for a message: the first of them when there are many. */
export function listed(names: Iterable<string>): string {
  const all = [...names];
  const shown = all.slice(0, 12).map(quoted).join(', ');
  return all.length > 12 ? `${shown} and ${all.length - 12} more` : shown;
}

/** `1 bundle`, `2 bundles`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** The name that was likely meant, if one is near: a few letters away, in another order, or shortened. */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = 4;
  for (const name of known) {
    const steps = stepsBetween(given.toLowerCase(), name.toLowerCase());
    if (steps < least) [best, least] = [name, steps];
  }
  return best;
}

/** What to write instead of a name that does not exist. */
export function mendName(given: string, known: readonly string[], otherwise: string): string {
  const likely = nearest(given, known);
  if (likely !== undefined) return `did you mean ${quoted(likely)}?`;
  return known.length > 0 ? `write one of ${listed(known)}` : otherwise;
}

/** Whether a placeholder was not replaced: a check of its own says so, and others leave the name alone. */
export const hasPlaceholder = (name: string): boolean => /\{[^{}]*\}/.test(name);

// --- internal ---

/** Letters to change, or 4 when the two have little in common. */
function stepsBetween(given: string, name: string): number {
  const [shorter, longer] = [given.length, name.length].sort((a, b) => a - b) as [number, number];
  if (longer - shorter <= 3) {
    if (sorted(given) === sorted(name)) return 1;
    const steps = distance(given, name);
    if (steps <= 3 && (steps < longer / 2 || (steps * 2 === longer && given[0] === name[0]))) return steps;
  }
  return given.length >= 3 && given.length * 3 >= name.length && isWithin(given, name) ? 3 : 4;
}

const sorted = (text: string): string => [...text].sort().join('');

/** Whether the letters of a text stand in another in their order: `prod` in `production`. */
function isWithin(text: string, other: string): boolean {
  let at = 0;
  for (const letter of other) if (letter === text[at]) at++;
  return at === text.length;
}
