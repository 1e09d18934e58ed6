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
      for (const [{ id, destination }, earlier] of repeated(its, (cluster) =>
        JSON.stringify(cluster.destination ?? ''),
      )) {
        if (id === earlier.id) continue;
        const both = `${quoted(earlier.id)} and ${quoted(id)}`;
        yield {
          path: at.cluster(id, 'destination'),
          message: destination
            ? `${both} have the same destination`
            : `${both} are both the cluster that ${quoted(tree.name)} runs on`,
          mend: 'write `destination: { name }` with the name that `argocd cluster list` prints',
        };
      }
    }
  },
};
