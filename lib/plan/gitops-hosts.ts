import type { Gitops, Home, PlannedCluster, PlannedOperator } from '../model';
import { clusterInputs } from './clusters';
import { deploymentName, MANAGED_BY } from './names';
import type { Site } from './sites';

/** A cluster that something deploys to. */
export interface GitopsHost {
  readonly gitops: Gitops;
  readonly cluster: PlannedCluster;
  /** Whether its operator is installed the same way. */
  readonly hasOperator: boolean;
  /** Whether it owns objects. */
  readonly isOccupied: boolean;
  readonly sites: readonly Site[];
}

/**
 * The clusters that something deploys to, with the environments on each.
 * @param occupied the homes in which there are objects
 */
export function gitopsHosts(
  sites: readonly Site[],
  operators: readonly PlannedOperator[],
  occupied: ReadonlySet<Home>,
): GitopsHost[] {
  const hosts = new Map<string, GitopsHost>();
  for (const site of sites) {
    for (const [at, { gitops }] of clusterInputs(site.environment).entries()) {
      const cluster = site.clusters[at]!;
      if (!gitops) continue;
      // One that is described in two ways is two, and a check says so.
      const key = JSON.stringify([cluster, gitops]);
      const hasOperator = operators.some(({ id, install }) => id === cluster.id && install === gitops.kind);
      const isOccupied = occupied.has(cluster.home);
      hosts.set(key, { gitops, cluster, hasOperator, isOccupied, sites: [...(hosts.get(key)?.sites ?? []), site] });
    }
  }
  return [...hosts.values()].sort((a, b) => (a.cluster.id < b.cluster.id ? -1 : 1));
}

/** What Argo CD and Flux have in common. */
export function planTree({ name, path = 'dist/kubernetes', prune = false }: Gitops) {
  return { name, path: path.replace(/^\.(\/+|$)/, '').replace(/(?<=.)\/+$/, ''), prune, labels: MANAGED_BY };
}

export const environmentDeployment = ({ catalogue, environment }: Site): string =>
  deploymentName(catalogue.system, environment.name);

export const clusterDeployment = ({ id }: PlannedCluster): string => deploymentName('cluster', id);

export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1;
