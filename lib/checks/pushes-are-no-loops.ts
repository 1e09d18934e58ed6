import type { PlannedBundle, PlannedPush } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const pushesAreNoLoops: PlanCheck = {
  code: 'pushes-are-no-loops',
  severity: 'error',
  summary: 'No push takes its entry from a Secret that a bundle fills from the same entry: nobody would make a value.',
  *run(plan, at) {
    for (const push of plan.pushes) {
      const found = plan.bundles.find((bundle) => isLoop(push, bundle));
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

const isLoop = (push: PlannedPush, bundle: PlannedBundle): boolean =>
  bundle.home === push.home &&
  bundle.namespace === push.namespace &&
  bundle.secretName === push.secretName &&
  (bundle.everything === push.entry ||
    bundle.keys.some(({ parts }) => parts.some((part) => typeof part !== 'string' && part.entry === push.entry)));
