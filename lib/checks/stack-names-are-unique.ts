import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { quoted } from './support/words';

export const stackNamesAreUnique: PlanCheck = {
  code: 'stack-names-are-unique',
  severity: 'error',
  summary: 'No two environments or clusters have a stack of one name.',
  *run(plan, at) {
    // What is in a stack says whose it is: the plan lists two stacks of one name once.
    const owned = [...plan.entries, ...plan.kmsKeys, ...plan.roles, ...plan.policies].flatMap(({ stack, home }) =>
      stack === undefined ? [] : [{ stack, home }],
    );
    const pairs = new Set<string>();
    for (const [{ stack, home }, earlier] of repeated(owned, (resource) => resource.stack)) {
      const pair = [home, earlier.home].sort().join(' ');
      if (home === earlier.home || pairs.has(pair)) continue;
      pairs.add(pair);
      yield {
        path: at.owner(home, 'name'),
        message: `${quoted(stack)} is a stack of ${quoted(home)} and of ${quoted(earlier.home)}`,
        mend: 'rename one of the two',
      };
    }
  },
};
