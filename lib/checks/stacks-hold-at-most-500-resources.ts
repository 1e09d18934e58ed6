import type { Plan } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const LIMIT = 500;

export const stacksHoldAtMost500Resources: PlanCheck = {
  code: 'stacks-hold-at-most-500-resources',
  severity: 'error',
  summary: 'A stack has at most 500 resources, which is what CloudFormation takes.',
  *run(plan, at) {
    const counts = resourcesByStack(plan);
    for (const { id, home } of plan.stacks) {
      const count = counts.get(id) ?? 0;
      if (count <= LIMIT) continue;
      yield {
        path: at.owner(home, 'name'),
        message: `the stack ${quoted(id)} has ${count} resources: CloudFormation takes at most ${LIMIT}`,
        mend: 'divide the catalogue into several systems',
      };
    }
  },
};

// --- internal ---

function resourcesByStack(plan: Plan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (stack: string | undefined, count: number) => {
    if (stack !== undefined) counts.set(stack, (counts.get(stack) ?? 0) + count);
  };
  for (const { stack } of plan.entries) add(stack, 1);
  // The key and its alias.
  for (const { stack } of plan.kmsKeys) add(stack, 2);
  for (const { stack } of plan.policies) add(stack, 1);
  for (const { stack, podIdentityAssociations } of plan.roles) add(stack, 1 + podIdentityAssociations.length);
  return counts;
}
