import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const cataloguesHaveBundles: PlanCheck = {
  code: 'catalogues-have-bundles',
  severity: 'error',
  summary: 'A catalogue has a bundle: without one it makes nothing that an application reads.',
  *run(plan) {
    const used = new Set(plan.bundles.map(({ home }) => home));
    for (const { id, folder, environments } of plan.systems) {
      if (environments.some((home) => used.has(home))) continue;
      yield {
        path: `${folder}/catalogue.ts bundles`,
        message: `${quoted(id)} has no bundles`,
        mend: 'name the Secrets that its applications read in `bundles`',
      };
    }
  },
};
