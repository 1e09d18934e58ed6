import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
export const stackNamesFitCloudformation: PlanCheck = {
  code: 'stack-names-fit-cloudformation',
  severity: 'error',
  summary:
    'The names of stacks, made of the system and the environment or of the cluster, are names that CloudFormation takes.',
  *run(plan, at) {
    const clusters = new Set(plan.clusters.map(({ home }) => home));
    // One for each home: its stacks are named alike.
    const homes = new Map(plan.stacks.map((stack) => [stack.home, stack]));
    for (const { id, home } of homes.values()) {
      if (/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(id) || at.isFollowing(home, id)) continue;
      yield {
        path: clusters.has(home) ? at.owner(home, 'name') : at.catalogue(home, 'system'),
        message: `${quoted(id)} is not the name of a stack: letters, digits and "-", at most 128, a letter first`,
        mend: 'choose a name that begins with a letter and has letters, digits and "-"',
      };
    }
  },
};
