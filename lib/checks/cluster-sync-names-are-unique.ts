import type { PlannedBundle } from '../model';
import type { PlanCheck } from './check';
import { clusterSyncsOf } from './support/cluster-syncs';
import { quoted } from './support/words';

export const clusterSyncNamesAreUnique: PlanCheck = {
  code: 'cluster-sync-names-are-unique',
  severity: 'error',
  summary: 'No two ClusterExternalSecrets of a cluster have one name, in one system or across systems.',
  *run(plan, at) {
    const seen = new Map<string, PlannedBundle>();
    for (const { bundle, clusterSync } of clusterSyncsOf(plan)) {
      for (const cluster of at.clustersOf(bundle.home)) {
        const earlier = seen.get(`${cluster}/${clusterSync.name}`);
        if (!earlier) seen.set(`${cluster}/${clusterSync.name}`, bundle);
        else {
          yield {
            path: at.bundle(bundle, 'clusterSyncName'),
            message: `the ClusterExternalSecret ${quoted(clusterSync.name)} of ${quoted(cluster)} is of ${quoted(bundle.bundle)} and of ${quoted(earlier.bundle)} of ${earlier.home}`,
            mend: 'give one of the two another `clusterSyncName`',
          };
        }
      }
    }
  },
};
