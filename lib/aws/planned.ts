import { Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
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

/** The stack of the plan that a construct makes the content of. It is of that kind, and planned for where the scope is. */
export function findContent(scope: Construct, props: PlannedProps, kind: PlannedStack['kind']): PlannedStack {
  const planned = findStack(props);
  if (planned.kind !== kind) {
    const known = props.plan.stacks.filter((stack) => stack.kind === kind).map(({ id }) => `"${id}"`);
    const what = kind === 'entries' ? 'entries' : 'readers';
    throw new Error(`"${planned.id}" is no stack of ${what}: the plan has ${known.join(', ') || 'none'}`);
  }
  refuseElsewhere(Stack.of(scope), planned);
  return planned;
}

/** What a stack of the plan owns of a list. */
export function ownedBy<Item extends { readonly stack?: string }>(stack: PlannedStack, list: readonly Item[]): Item[] {
  return list.filter((item) => item.stack === stack.id);
}

// --- internal ---

/** A stack that leaves its account or region to who deploys it may be right. */
function refuseElsewhere(stack: Stack, planned: PlannedStack): void {
  for (const place of ['account', 'region'] as const) {
    const [is, wanted] = [stack[place], planned[place]];
    if (Token.isUnresolved(is) || is === wanted) continue;
    throw new Error(
      `"${planned.id}" is planned for ${place} "${wanted}": the stack "${stack.node.path}" is for "${is}"`,
    );
  }
}
