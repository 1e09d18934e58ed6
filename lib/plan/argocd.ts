import type { ArgoCd, PlannedApplication, PlannedArgoCd, PlannedCluster, PlannedTarget } from '../model';
import { byName, clusterDeployment, environmentDeployment, type GitopsHost, planTree } from './gitops-hosts';
import { deploymentName, gitopsHome, IN_CLUSTER, OPERATOR_RELEASE } from './names';

/** Each Argo CD once, with all that it deploys. */
export function planArgoCds(hosts: readonly GitopsHost[]): PlannedArgoCd[] {
  const fleets = new Map<string, { readonly fleet: Fleet; readonly hosts: GitopsHost[] }>();
  for (const host of hosts) {
    if (host.gitops.kind !== 'argocd') continue;
    const fleet = planFleet(host.gitops);
    const key = JSON.stringify(fleet);
    fleets.set(key, { fleet, hosts: [...(fleets.get(key)?.hosts ?? []), host] });
  }
  return [...fleets.values()].map(({ fleet, hosts: its }) => ({ ...fleet, applications: planApplications(its) }));
}

// --- internal ---

type Fleet = Omit<PlannedArgoCd, 'applications'>;

function planFleet(gitops: ArgoCd): Fleet {
  const home = gitopsHome(gitops.name);
  return {
    ...planTree(gitops),
    kind: gitops.kind,
    id: gitops.name,
    home,
    folder: `${home}/applications`,
    namespace: gitops.namespace ?? 'argocd',
    project: gitops.project ?? 'default',
    repoURL: gitops.repoURL,
    targetRevision: gitops.targetRevision ?? 'main',
  };
}

function planApplications(hosts: readonly GitopsHost[]): PlannedApplication[] {
  return [
    ...hosts.filter(({ hasOperator }) => hasOperator).map(operatorApplication),
    ...hosts.filter(({ isOccupied }) => isOccupied).map(clusterApplication),
    ...environmentApplications(hosts),
  ].sort(byName);
}

function operatorApplication({ cluster }: GitopsHost): PlannedApplication {
  const name = deploymentName(OPERATOR_RELEASE, cluster.id);
  return { name, wave: -2, source: { operator: cluster.id }, targets: [targetOn(cluster, name)] };
}

function clusterApplication({ cluster }: GitopsHost): PlannedApplication {
  const name = clusterDeployment(cluster);
  return { name, wave: -1, source: { home: cluster.home }, targets: [targetOn(cluster, name)] };
}

function environmentApplications(hosts: readonly GitopsHost[]): PlannedApplication[] {
  const sites = new Set(hosts.flatMap((host) => host.sites));
  return [...sites].map((site) => {
    const name = environmentDeployment(site);
    const clusters = hosts.filter((host) => host.sites.includes(site)).map((host) => host.cluster);
    const nameOn = ({ id }: PlannedCluster) => (clusters.length === 1 ? name : deploymentName(name, id));
    const targets = clusters.map((cluster) => targetOn(cluster, nameOn(cluster)));
    return { name, wave: 0, source: { home: site.home }, targets };
  });
}

const targetOn = ({ id, destination = IN_CLUSTER }: PlannedCluster, name: string): PlannedTarget => ({
  name,
  cluster: id,
  destination,
});
