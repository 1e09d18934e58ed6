import type { PlanCheck } from './check';
import { sharedObjects } from './support/shared-objects';
import { quoted } from './support/words';

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#fail-the-sync-if-a-shared-resource-is-found */
export const namespacesHaveOneOwner: PlanCheck = {
  code: 'namespaces-have-one-owner',
  severity: 'warning',
  summary: 'A Namespace is emitted by one system: two write their labels over each other.',
  *run(plan, at) {
    const namespaces = plan.namespaces;
    for (const { item, earlier, cluster } of sharedObjects(namespaces, plan, at)) {
      yield {
        path: at.environment(item.home, 'createNamespace'),
        message: `the Namespace ${quoted(item.name)} of the cluster ${quoted(cluster)} is made by ${item.home} and by ${earlier.home}`,
        mend: 'leave `createNamespace` out in one of the two',
      };
    }
  },
};
