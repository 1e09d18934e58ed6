import { fieldReads } from './field-reads';
import type { PlannedBundle, PlannedEntry } from './plan';

/** The ids of the entries that a bundle names. */
export function entriesRead(bundle: PlannedBundle): ReadonlySet<string> {
  const named = fieldReads(bundle).map(({ entry }) => entry);
  return new Set(bundle.everything === undefined ? named : [bundle.everything, ...named]);
}

/** Whether a bundle finds an entry, by the path that its name has. */
export const isFoundBy = ({ keeper, find }: PlannedBundle, entry: PlannedEntry): boolean =>
  find !== undefined && entry.keeper === keeper && entry.remoteKey.startsWith(find.path ?? '');
