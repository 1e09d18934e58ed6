import { distance, closest as nearest } from 'fastest-levenshtein';

/** The name that was likely meant: one that is cut short, or mistyped as commander measures it for its own suggestions. */
export function closest(given: string, names: readonly string[]): string | undefined {
  const longer = names.filter((name) => given !== '' && name.startsWith(given));
  if (longer.length > 0 || names.length === 0) return longer[0];
  const found = nearest(given.toLowerCase(), [...names]);
  const steps = distance(given.toLowerCase(), found.toLowerCase());
  const length = Math.max(given.length, found.length);
  return steps <= 3 && (length - steps) / length > 0.4 ? found : undefined;
}
