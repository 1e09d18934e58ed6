import type { PlannedCluster } from '../model';
import type { PlanCheck } from './check';
import { clustersOf } from './support/gitops-place';
import { repeated } from './support/grouped';
import { quoted } from './support/words';

export const clustersOfAnArgoCdAreApart: PlanCheck = {
  code: 'clusters-of-an-argo-cd-are-apart',
  severity: 'error',
  summary: 'Clusters that one Argo CD deploys to have different destinations.',
  *run({ gitops, clusters }, at) {
    for (const tree of gitops) {
      const its = clusters.filter(({ id, gitops: own }) => own?.kind === 'argocd' && clustersOf(tree).includes(id));
      for (const [cluster, earlier] of repeated(its, placeOf)) {
        const { id } = cluster;
        if (id === earlier.id) continue;
        const both = `${quoted(earlier.id)} and ${quoted(id)}`;
        yield {
          path: at.cluster(id, 'destination'),
          message: placeOf(cluster)
            ? `${both} have the same destination`
            : `${both} are both the cluster that ${quoted(tree.name)} runs on`,
          mend: 'write `destination: { name }` with the name that `argocd cluster list` prints',
        };
      }
    }
  },
};

// --- internal ---

/** What Argo CD calls the cluster that it runs on itself. */
const IN_CLUSTER: readonly string[] = ['in-cluster', 'https://kubernetes.default.svc'];

const placeOf = ({ destination }: PlannedCluster): string => {
  const [place = ''] = Object.values(destination ?? {});
  return destination && !IN_CLUSTER.includes(place) ? JSON.stringify(destination) : '';
};
