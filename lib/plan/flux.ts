import type { Flux, Home, PlannedFlux, PlannedKustomization } from '../model';
import { canonicalDuration } from './durations';
import { byName, clusterDeployment, environmentDeployment, type GitopsHost, planTree } from './gitops-hosts';
import { gitopsHome, OPERATOR_RELEASE } from './names';

/**
 * The Flux of a cluster.
 * @param synced the homes in which the operator has something to do
 */
export function planFlux(host: GitopsHost, gitops: Flux, synced: ReadonlySet<Home>): PlannedFlux {
  const id = `${gitops.name}/${host.cluster.id}`;
  const home = gitopsHome(id);
  const { kind = 'GitRepository', name, namespace } = gitops.sourceRef;
  return {
    ...planTree(gitops),
    kind: gitops.kind,
    id,
    cluster: host.cluster.id,
    home,
    folder: `${home}/kustomizations`,
    namespace: gitops.namespace ?? 'flux-system',
    sourceRef: { kind, name, ...(namespace !== undefined && { namespace }) },
    interval: canonicalDuration(gitops.interval ?? '10m'),
    kustomizations: planKustomizations(host, home, synced),
  };
}

// --- internal ---

/** Each waits for the one before; what needs no operator waits for nothing. */
function planKustomizations(
  { cluster, hasOperator, isOccupied, sites }: GitopsHost,
  home: Home,
  synced: ReadonlySet<Home>,
) {
  const operator = { name: OPERATOR_RELEASE, home: `${home}/operator`, operator: cluster.id, dependsOn: [] };
  const afterOperator = hasOperator ? [operator.name] : [];
  const own = { name: clusterDeployment(cluster), home: cluster.home, dependsOn: afterOperator };
  const environments = sites.map((site) => ({
    name: environmentDeployment(site),
    home: site.home,
    dependsOn: !synced.has(site.home) ? [] : isOccupied ? [own.name] : afterOperator,
  }));
  const all: PlannedKustomization[] = [
    ...(hasOperator ? [operator] : []),
    ...(isOccupied ? [own] : []),
    ...environments,
  ];
  return all.sort(byName);
}
