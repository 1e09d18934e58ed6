import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const cataloguesHaveBundles: PlanCheck = {
  code: 'catalogues-have-bundles',
  severity: 'error',
  summary: 'A catalogue has a bundle or a push: without one it makes nothing for anybody.',
  *run(plan) {
    const used = new Set([...plan.bundles, ...plan.pushes].map(({ home }) => home));
    for (const { id, folder, environments } of plan.systems) {
      if (environments.some((home) => used.has(home))) continue;
      yield {
        path: `${folder}/catalogue.ts bundles`,
        message: `${quoted(id)} has no bundles and no pushes`,
        mend: 'name the Secrets that its applications read in `bundles`',
      };
    }
  },
};
