import type { PlanCheck } from './check';
import { sharedObjects } from './support/shared-objects';
import { quoted } from './support/words';

export const storesHaveOneOwner: PlanCheck = {
  code: 'stores-have-one-owner',
  severity: 'error',
  summary: 'No two systems have a SecretStore of one name in a namespace.',
  *run(plan, at) {
    const stores = plan.stores.filter(({ kind }) => kind === 'SecretStore');
    for (const { item, earlier } of sharedObjects(stores, plan, at)) {
      yield {
        path: at.store(item, 'name'),
        message: `the SecretStore ${quoted(`${item.namespace}/${item.name}`)} is of ${item.home} and of ${earlier.home}`,
        mend: 'give it a name with "{system}" in it',
      };
    }
  },
};
