import type { OutputCheck } from './check';
import { outputPlacesOf } from './support/output-places';
import { REPORT_IT } from './support/words';

/** @see https://external-secrets.io/latest/api/clustersecretstore/ */
export const clusterStoresNameTheirNamespaces: OutputCheck = {
  code: 'cluster-stores-name-their-namespaces',
  severity: 'error',
  summary:
    'A ClusterSecretStore is open to the namespaces that it names: without, every namespace reads all that its role may.',
  catches: 'zio-lucene: the ClusterSecretStore has no `conditions`',
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    for (const store of written.stores) {
      if (store.kind !== 'ClusterSecretStore' || store.conditions.length + store.selectors.length > 0) continue;
      yield {
        path: places.store(store),
        message: `${store.file} has no \`conditions\` that name namespaces`,
        mend: REPORT_IT,
      };
    }
  },
};
