import type { PlannedStore } from '../model';
import type { PlanCheck } from './check';
import { grouped } from './support/grouped';
import { quoted } from './support/words';

/** @see https://developer.hashicorp.com/vault/api-docs/auth/kubernetes#configure-method */
export const vaultAuthMountsBelongToOneCluster: PlanCheck = {
  code: 'vault-auth-mounts-belong-to-one-cluster',
  severity: 'error',
  summary: 'What logs in at one auth mount of a Vault is on one cluster: it asks that one whose token it is.',
  *run(plan, at) {
    // One without a cluster has a finding of its own.
    const nowhere = new Set(plan.environments.flatMap(({ id, clusters }) => (clusters.length > 0 ? [] : [id])));
    const readers = plan.stores.filter((store) => isOfVault(store) && !nowhere.has(store.home));
    for (const stores of grouped(readers, keyOf).values()) {
      const [first] = stores.flatMap(({ home }) => at.clustersOf(home));
      for (const store of stores) {
        const clusters = at.clustersOf(store.home);
        const other = clusters.find((cluster) => cluster !== first);
        if (other === undefined) continue;
        yield {
          path: at.store(store, 'identity.mount'),
          message: `${quoted(mountOf(store))} of this Vault asks the cluster ${quoted(first!)}, and knows no token of ${quoted(other)}`,
          mend:
            clusters.length > 1
              ? 'make an environment for each cluster, each with `kubernetesAuth({ mount: … })` of its own'
              : 'say `kubernetesAuth({ mount: … })`, another for each cluster',
        };
      }
    }
  },
};

// --- internal ---

const isOfVault = ({ provider, identity }: PlannedStore): boolean =>
  provider.kind === 'vault' && identity.kind === 'kubernetesAuth';

const mountOf = ({ identity }: PlannedStore): string => (identity.kind === 'kubernetesAuth' ? identity.mount : '');

function keyOf(store: PlannedStore): string {
  const { server, namespace = '' } = store.provider.kind === 'vault' ? store.provider : { server: '' };
  return `${server.replace(/\/+$/, '')} ${namespace} ${mountOf(store)}`;
}
