import type { PlanCheck } from './check';
import { clusterSyncsOf } from './support/cluster-syncs';
import { quoted } from './support/words';

/** @see https://external-secrets.io/latest/api/clusterexternalsecret/ */
export const selectedNamespacesHaveAClusterStore: PlanCheck = {
  code: 'selected-namespaces-have-a-cluster-store',
  severity: 'error',
  summary: 'A bundle with a `namespaceSelector` reads through a ClusterSecretStore: a SecretStore is in one namespace.',
  *run(plan, at) {
    for (const { bundle, source } of clusterSyncsOf(plan)) {
      if (source.storeRef?.kind !== 'SecretStore') continue;
      yield {
        path: at.environment(bundle.home, 'store'),
        message: `the SecretStore ${quoted(source.storeRef.name)} is in no namespace that ${quoted(bundle.bundle)} selects`,
        mend: "write `store: { kind: 'ClusterSecretStore', name }` with one of the cluster's `stores`, or say the bundle's `namespace` in this environment",
      };
    }
  },
};
