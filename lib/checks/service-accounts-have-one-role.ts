import type { Plan, PlannedServiceAccount, PlannedStore } from '../model';
import type { PlanCheck } from './check';
import type { Places } from './place';
import { repeated } from './support/grouped';
import { sharedObjects } from './support/shared-objects';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
export const serviceAccountsHaveOneRole: PlanCheck = {
  code: 'service-accounts-have-one-role',
  severity: 'error',
  summary: 'A ServiceAccount stands for one role: it has one annotation.',
  *run(plan, at) {
    const twice = repeated(plan.serviceAccounts, ({ id }) => id);
    const pairs = [...twice].map(([item, earlier]) => ({ item, earlier }));
    for (const { item, earlier } of [...pairs, ...sharedObjects(plan.serviceAccounts, plan, at)]) {
      if (item.roleArn === earlier.roleArn) continue;
      const name = quoted(`${item.namespace}/${item.name}`);
      yield {
        path: placeOf(item, plan, at),
        message: `the ServiceAccount ${name} stands for ${quoted(item.roleArn ?? 'none')} and for ${quoted(earlier.roleArn ?? 'none')}`,
        mend: 'give each its own `serviceAccount`',
      };
    }
  },
};

// --- internal ---

function placeOf({ home, name, namespace, roleArn }: PlannedServiceAccount, plan: Plan, at: Places): string {
  const role = plan.roles.find(({ id }) => id === roleArn);
  const isItsOwn = ({ identity, ...store }: PlannedStore) =>
    store.home === home &&
    'serviceAccount' in identity &&
    identity.serviceAccount === name &&
    identity.namespace === namespace;
  const reads = plan.stores.filter(isItsOwn);
  // Where a bundle's store shares that of its environment, the bundle's is what to change.
  const store = reads.find(({ saidBy }) => saidBy) ?? plan.stores.find(({ id }) => role?.stores.includes(id));
  return store ? at.store(store, 'identity.serviceAccount') : at.environment(home, 'store.identity.serviceAccount');
}
