import type { PlannedBundle } from '../model';

/** The ids of the entries that are read through each store. */
export function readsByStore(bundles: readonly PlannedBundle[]): ReadonlyMap<string, ReadonlySet<string>> {
  const reads = new Map<string, Set<string>>();
  for (const { source, keys, everything } of bundles) {
    for (const store of source.kind === 'sync' ? source.stores : []) {
      const ids = reads.get(store) ?? new Set();
      reads.set(store, ids);
      if (everything !== undefined) ids.add(everything);
      for (const { parts } of keys) for (const part of parts) if (typeof part !== 'string') ids.add(part.entry);
    }
  }
  return reads;
}
