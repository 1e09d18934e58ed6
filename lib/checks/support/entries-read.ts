import { fieldReads, type PlannedBundle } from '../../model';

/** The ids of the entries that a bundle names. */
export function entriesRead(bundle: PlannedBundle): ReadonlySet<string> {
  const named = fieldReads(bundle).map(({ entry }) => entry);
  return new Set(bundle.everything === undefined ? named : [bundle.everything, ...named]);
}
