import type { PlannedStore } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://github.com/external-secrets/external-secrets/issues/739 */
export const clustersReadOneAws: PlanCheck = {
  code: 'clusters-read-one-aws',
  severity: 'error',
  summary:
    "All stores of a cluster read the same AWS: an emulator's endpoint is the operator's own, and holds for every store.",
  catches: 'zio-lucene: the store has an `endpoint`, a field that does not exist: it would read AWS itself',
  *run(plan, at) {
    const first = new Map<string, PlannedStore>();
    // Those that a bundle says last: they are what to change.
    const stores = [...plan.stores].sort((a, b) => Number(a.saidBy !== undefined) - Number(b.saidBy !== undefined));
    for (const store of stores) {
      if (!('region' in store.provider)) continue;
      for (const cluster of at.clustersOf(store.home)) {
        const earlier = first.get(cluster);
        if (!earlier) first.set(cluster, store);
        else if (endpointOf(earlier) !== endpointOf(store)) {
          yield {
            path: at.backendOf(store, 'endpoint'),
            message: `${quoted(store.name)} reads ${endpointOf(store)}, and ${quoted(earlier.name)} of the same cluster ${endpointOf(earlier)}`,
            mend: 'give both the same `endpoint`, or use another cluster',
          };
        }
      }
    }
  },
};

// --- internal ---

const endpointOf = ({ provider }: PlannedStore): string => ('region' in provider && provider.endpoint) || 'AWS';
