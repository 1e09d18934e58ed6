import type { PlanCheck } from './check';
import { gitopsPlace } from './support/gitops-place';
import { quoted } from './support/words';

/** @see https://fluxcd.io/flux/components/kustomize/kustomizations/#interval */
export const gitopsIntervalsAreDurations: PlanCheck = {
  code: 'gitops-intervals-are-durations',
  severity: 'error',
  summary: 'The interval of Flux is a duration of at least a minute.',
  *run({ gitops }, at) {
    for (const tree of gitops) {
      if (tree.kind !== 'flux' || /^([1-9]\d*h)?\d+m[\d.]+s$/.test(tree.interval)) continue;
      yield {
        path: gitopsPlace(tree, at, 'interval'),
        message: `${quoted(tree.interval)} is not a duration of at least a minute`,
        mend: 'write one, such as "10m"',
      };
    }
  },
};
