import { isOpen } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const bundlesHaveKeys: PlanCheck = {
  code: 'bundles-have-keys',
  severity: 'error',
  summary: 'A bundle has a key: a Secret of nothing is refused by the operator.',
  *run(plan, at) {
    for (const planned of plan.bundles) {
      const { home, bundle, keys } = planned;
      if (keys.length > 0 || isOpen(planned)) continue;
      const path = at.catalogue(home, `bundles.${bundle}`);
      // A key that refers to nothing has a finding of its own.
      if (plan.problems.some(({ file, field }) => `${file} ${field}`.startsWith(`${path}.`))) continue;
      yield {
        path,
        message: `${quoted(bundle)} has no keys`,
        mend: 'name fields in `keys`, entries in `all`, one entry in `everything`, a `find` or a `generator`',
      };
    }
  },
};
