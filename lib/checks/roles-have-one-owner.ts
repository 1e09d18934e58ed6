import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { hasPlaceholder, quoted } from './support/words';

export const rolesHaveOneOwner: PlanCheck = {
  code: 'roles-have-one-owner',
  severity: 'error',
  summary: 'No two stores, environments or clusters claim one role.',
  *run(plan, at) {
    for (const [role, earlier] of repeated(plan.roles, ({ id }) => id)) {
      if (isSame(role, earlier) || hasPlaceholder(role.name)) continue;
      yield {
        path: at.role(role, 'role.name'),
        message:
          role.home === earlier.home
            ? `${quoted(role.id)} is the role of two stores of ${role.home}`
            : `${quoted(role.id)} is the role of ${role.home} and of ${earlier.home}`,
        mend:
          role.home === earlier.home
            ? 'put "{namespace}" or "{store}" into its name'
            : 'put "{environment}" or "{cluster}" into its name',
      };
    }
    for (const [policy, earlier] of repeated(plan.policies, ({ id }) => id)) {
      // The policies of a role follow its name; those of static credentials have none.
      if (policy.role !== undefined || isSame(policy, earlier)) continue;
      yield {
        path: at.owner(policy.home, 'name'),
        message: `${quoted(policy.id)} is the policy of ${policy.home} and of ${earlier.home}`,
        mend: 'rename one of the two',
      };
    }
  },
};

// --- internal ---

interface Owned {
  readonly home: string;
  readonly stack: string;
  readonly constructId: string;
}

/** Planned twice because its environment is written twice, which has a finding of its own. */
const isSame = (one: Owned, other: Owned): boolean =>
  one.home === other.home && one.stack === other.stack && one.constructId === other.constructId;
