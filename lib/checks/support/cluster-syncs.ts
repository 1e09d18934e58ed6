import type { Plan, PlannedBundle, PlannedClusterSync, PlannedSync } from '../../model';

/** A bundle that a selector places. */
export interface ClusterSync {
  readonly bundle: PlannedBundle;
  readonly source: PlannedSync;
  readonly clusterSync: PlannedClusterSync;
}

export const clusterSyncsOf = ({ bundles }: Plan): ClusterSync[] =>
  bundles.flatMap((bundle) => {
    const { source } = bundle;
    return source.kind === 'sync' && source.clusterSync ? [{ bundle, source, clusterSync: source.clusterSync }] : [];
  });
