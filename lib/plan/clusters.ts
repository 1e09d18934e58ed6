import type { Cluster, ClusterInput, EnvironmentInput, PlannedCluster } from '../model';
import { planMonitoringSettings } from './monitoring-settings';
import { clusterHome, DEFAULT_OPERATOR, issuerName, partitionOf } from './names';

export function planCluster(input: ClusterInput): PlannedCluster {
  const operator = planRunningOperator(input);
  const monitoring = planMonitoringSettings(input, operator);
  return {
    id: input.name,
    home: clusterHome(input.name),
    ...(input.account !== undefined && { account: input.account }),
    ...(input.region !== undefined && {
      region: input.region,
      partition: input.partition ?? partitionOf(input.region),
    }),
    ...(input.oidcIssuer !== undefined && {
      oidcIssuer: issuerName(input.oidcIssuer),
      issuerUrl: input.oidcIssuer.replace(/^(?!https:\/\/)/, 'https://'),
    }),
    operator,
    ...(monitoring && { monitoring }),
    ...(input.gitops && { gitops: { kind: input.gitops.kind, name: input.gitops.name } }),
    ...(input.destination && { destination: input.destination }),
  };
}

/** The clusters of an environment, as they are written. */
export const clusterInputs = ({ clusters, cluster }: EnvironmentInput): readonly Cluster[] =>
  clusters ?? (cluster ? [cluster] : []);

// --- internal ---

function planRunningOperator({ operator, gitops }: ClusterInput): PlannedCluster['operator'] {
  const given = { ...DEFAULT_OPERATOR, ...operator };
  const { version, namespace, serviceAccount, install = gitops?.kind ?? 'helmValues' } = given;
  return { version, namespace, serviceAccount, install };
}
