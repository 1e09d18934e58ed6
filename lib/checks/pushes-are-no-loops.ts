import type { PlannedBundle, PlannedEntry, PlannedPush } from '../model';
import { entriesRead, isFoundBy } from '../model/entries-read';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const pushesAreNoLoops: PlanCheck = {
  code: 'pushes-are-no-loops',
  severity: 'error',
  summary: 'No push takes its entry from a Secret that a bundle fills from the same entry: nobody would make a value.',
  *run(plan, at) {
    const entries = new Map(plan.entries.map((entry) => [entry.id, entry]));
    for (const push of plan.pushes) {
      const found = plan.bundles.find((bundle) => isLoop(push, entries.get(push.entry)!, bundle));
      if (!found) continue;
      yield {
        path: at.catalogue(push.home, `pushes.${push.push}`),
        message: `the Secret ${quoted(`${push.namespace}/${push.secretName}`)} is what the bundle ${quoted(found.bundle)} reads from the same entry`,
        mend: 'push the Secret that something else makes, or leave the push out',
      };
    }
  },
};

// --- internal ---

const isLoop = (push: PlannedPush, entry: PlannedEntry, bundle: PlannedBundle): boolean =>
  bundle.home === push.home &&
  bundle.namespace === push.namespace &&
  bundle.secretName === push.secretName &&
  (entriesRead(bundle).has(entry.id) || isFoundBy(bundle, entry));
