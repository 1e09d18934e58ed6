import type { PlannedBundle } from '../../model';

/** The ids of the entries that a bundle names. */
export function entriesRead({ keys, everything }: PlannedBundle): ReadonlySet<string> {
  const parts = keys.flatMap((key) => key.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.entry])));
  return new Set(everything === undefined ? parts : [everything, ...parts]);
}
