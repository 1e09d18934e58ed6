import { fieldReads, type PlannedBundle, type PlannedFind, type PlannedPush } from '../model';

/** The ids of the entries that are read through a store. */
export interface Reads {
  /** Of those whose value is read. */
  readonly values: Set<string>;
  /** Of those whose tags are read. */
  readonly tags: Set<string>;
  /** What is found. */
  readonly found: Set<PlannedFind>;
}

/** The ids of the entries that are written through a store. */
export interface Writes {
  readonly entries: Set<string>;
  /** Of those that are deleted with their push. */
  readonly deleted: Set<string>;
}

/** What is written through each store. */
export function writesByStore(pushes: readonly PlannedPush[]): ReadonlyMap<string, Writes> {
  const writes = new Map<string, Writes>();
  for (const { stores, entry, deletionPolicy } of pushes) {
    for (const store of stores) {
      const own = writes.get(store) ?? { entries: new Set(), deleted: new Set() };
      writes.set(store, own);
      own.entries.add(entry);
      if (deletionPolicy === 'Delete') own.deleted.add(entry);
    }
  }
  return writes;
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
