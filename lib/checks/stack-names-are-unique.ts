import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { quoted } from './support/words';

export const stackNamesAreUnique: PlanCheck = {
  code: 'stack-names-are-unique',
  severity: 'error',
  summary: 'No two environments or clusters have a stack of one name.',
  *run(plan, at) {
    for (const [stack, earlier] of repeated(plan.stacks, ({ id }) => id)) {
      if (stack.home === earlier.home) continue;
      yield {
        path: at.owner(stack.home, 'name'),
        message: `${quoted(stack.id)} is a stack of ${quoted(stack.home)} and of ${quoted(earlier.home)}`,
        mend: 'rename one of the two',
      };
    }
  },
};
