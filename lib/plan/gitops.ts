import type { Home, PlannedGitops, PlannedOperator } from '../model';
import { planArgoCds } from './argocd';
import { planFlux } from './flux';
import { gitopsHosts } from './gitops-hosts';
import type { Site } from './sites';

/**
 * What deploys to each cluster that has something to do so: its operator, then its own home, then its environments.
 * @param occupied the homes in which there are objects
 */
export function planGitops(
  sites: readonly Site[],
  operators: readonly PlannedOperator[],
  occupied: ReadonlySet<Home>,
): PlannedGitops[] {
  const hosts = gitopsHosts(sites, operators, occupied);
  return [
    ...planArgoCds(hosts),
    ...hosts.flatMap((host) => (host.gitops.kind === 'flux' ? [planFlux(host, host.gitops)] : [])),
  ];
}

/** Argo CD applies custom resources of one wave in the order of their names; a store has to be ready before. */
export const syncWaveOf = ({ clusters }: Site): { readonly syncWave?: number } =>
  clusters.some(({ gitops }) => gitops?.kind === 'argocd') ? { syncWave: 1 } : {};
