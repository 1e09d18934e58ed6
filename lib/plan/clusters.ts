import type { ClusterInput, PlannedCluster } from '../model';
import { clusterHome, DEFAULT_OPERATOR, issuerName, partitionOf } from './names';

export function planCluster(input: ClusterInput): PlannedCluster {
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
    operator: { ...DEFAULT_OPERATOR, ...input.operator },
  };
}
