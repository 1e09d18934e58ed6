import { distance } from 'fastest-levenshtein';

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

/** The name that was likely meant, if one is near. */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const name of known) {
    // The difference in length is a lower bound, and cheap: catalogues may have thousands of names.
    if (Math.abs(name.length - given.length) >= least) continue;
    const steps = distance(given.toLowerCase(), name.toLowerCase());
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
