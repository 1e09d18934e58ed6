import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { mendOfShared, ownersOf } from './support/shared-names';
import { hasPlaceholder, quoted } from './support/words';

export const managedIdentitiesHaveOneOwner: PlanCheck = {
  code: 'managed-identities-have-one-owner',
  severity: 'error',
  summary: 'No two stores of an environment claim one managed identity of Azure.',
  *run({ azureIdentities }, at) {
    // In which resource group they are made is said with the deployment: of other environments it may be another one.
    for (const [identity, earlier] of repeated(azureIdentities, ({ home, name }) => `${home} ${name}`)) {
      const { id, home, name } = identity;
      // Planned twice because its environment is written twice, which has a finding of its own.
      if (id === earlier.id || hasPlaceholder(name)) continue;
      yield {
        path: at.role({ home, stores: [id] }, 'managedIdentity'),
        message: `${quoted(name)} is the managed identity of ${ownersOf(identity, earlier)}`,
        mend: mendOfShared(identity, earlier),
      };
    }
  },
};
