import type { Plan, PlannedStack } from '../model';

/** The part of a plan that a construct makes: what belongs to one of its stacks. */
export interface PlannedProps {
  readonly plan: Plan;
  /** A stack of the plan, such as `nova-staging-entries`: its id. */
  readonly stack: string;
}

/** A stack of the plan by its id. */
export function findStack({ plan, stack }: PlannedProps): PlannedStack {
  const found = plan.stacks.find(({ id }) => id === stack);
  if (found) return found;
  const known = plan.stacks.map(({ id }) => `"${id}"`).join(', ');
  throw new Error(`the plan has no stack "${stack}": it has ${known || 'none'}`);
}

/** What a stack of the plan owns of a list. */
export function ownedBy<Item extends { readonly stack?: string }>(stack: PlannedStack, list: readonly Item[]): Item[] {
  return list.filter((item) => item.stack === stack.id);
}
