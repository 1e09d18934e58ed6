import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const storesReadWhereTheirEntriesAre: PlanCheck = {
  code: 'stores-read-where-their-entries-are',
  severity: 'error',
  summary: 'A ClusterSecretStore reads in the account and region of the entries that are read through it.',
  *run(plan, at) {
    const stores = new Map(plan.stores.map((store) => [store.id, store]));
    const clusters = new Map(plan.clusters.map((cluster) => [cluster.home, cluster]));
    const environments = new Map(plan.environments.map((environment) => [environment.id, environment]));
    const seen = new Set<string>();
    for (const { home, source } of plan.bundles) {
      if (source.kind !== 'sync' || source.storeRef.kind === 'SecretStore') continue;
      for (const id of source.stores) {
        if (seen.has(`${home} ${id}`)) continue;
        seen.add(`${home} ${id}`);
        const [store, environment] = [stores.get(id), environments.get(home)];
        const account = clusters.get(store?.home ?? '')?.account;
        if (!store || !environment) continue;
        if (store.region === environment.region && account === environment.account) continue;
        yield {
          path: at.environment(home, 'store.name'),
          message: `${quoted(store.name)} reads in ${account} ${store.region}, and the entries are in ${environment.account} ${environment.region}`,
          mend: 'use a SecretStore, or a store of the cluster that reads there',
        };
      }
    }
  },
};
