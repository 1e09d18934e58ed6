import { fieldReads, type PlannedBundle, type PlannedFind } from '../model';

/** The ids of the entries that are read through a store. */
export interface Reads {
  /** Of those whose value is read. */
  readonly values: Set<string>;
  /** Of those whose tags are read. */
  readonly tags: Set<string>;
  /** What is found. */
  readonly found: Set<PlannedFind>;
}

/** What is read through each store. */
export function readsByStore(bundles: readonly PlannedBundle[]): ReadonlyMap<string, Reads> {
  const reads = new Map<string, Reads>();
  for (const bundle of bundles) {
    const { source, everything, find } = bundle;
    for (const store of source.kind === 'sync' ? source.stores : []) {
      const own = reads.get(store) ?? { values: new Set(), tags: new Set(), found: new Set() };
      reads.set(store, own);
      if (everything !== undefined) own.values.add(everything);
      if (find) own.found.add(find);
      for (const read of fieldReads(bundle)) (read.metadata ? own.tags : own.values).add(read.entry);
    }
  }
  return reads;
}
