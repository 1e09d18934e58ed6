import type { Flux, Home, PlannedFlux, PlannedKustomization } from '../model';
import { canonicalDuration } from './durations';
import { byName, clusterDeployment, environmentDeployment, type GitopsHost, planTree } from './gitops-hosts';
import { gitopsHome, OPERATOR_RELEASE } from './names';

/** The Flux of a cluster. */
export function planFlux(host: GitopsHost, gitops: Flux): PlannedFlux {
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
    kustomizations: planKustomizations(host, home),
  };
}

// --- internal ---

/** Each waits for the one before; what needs no operator waits for nothing. */
function planKustomizations({ cluster, hasOperator, isOccupied, sites }: GitopsHost, home: Home) {
  const operator = { name: OPERATOR_RELEASE, home: `${home}/operator`, operator: cluster.id, dependsOn: [] };
  const afterOperator = hasOperator ? [operator.name] : [];
  const own = { name: clusterDeployment(cluster), home: cluster.home, dependsOn: afterOperator };
  const environments = sites.map((site) => ({
    name: environmentDeployment(site),
    home: site.home,
    dependsOn: site.environment.backend.kind === 'embedded' ? [] : isOccupied ? [own.name] : afterOperator,
  }));
  const all: PlannedKustomization[] = [
    ...(hasOperator ? [operator] : []),
    ...(isOccupied ? [own] : []),
    ...environments,
  ];
  return all.sort(byName);
}
