import type { Backend, PlannedCluster } from '../model';
import { type Place, partitionOf } from './names';

/** Where on AWS a backend is: what it says itself, else where the cluster is. Nowhere for one that is not on AWS. */
export function placeOn(backend: Backend, cluster: PlannedCluster | undefined): Place | undefined {
  if (backend.kind !== 'secretsManager' && backend.kind !== 'parameterStore') return undefined;
  const account = backend.account ?? cluster?.account ?? '';
  const region = backend.region ?? cluster?.region ?? '';
  const own = backend.region === undefined ? cluster?.partition : undefined;
  return { partition: own ?? partitionOf(region), region, account };
}
