import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html */
export const irsaClustersHaveAnIssuer: PlanCheck = {
  code: 'irsa-clusters-have-an-issuer',
  severity: 'error',
  summary: 'A cluster whose stores read with `irsa` has an OIDC issuer: the role trusts its tokens.',
  *run(plan, at) {
    const without = new Set(plan.clusters.filter(({ oidcIssuer }) => oidcIssuer === undefined).map(({ id }) => id));
    for (const store of plan.stores) {
      if (store.identity.kind !== 'irsa') continue;
      for (const id of at.clustersOf(store.home)) {
        if (!without.has(id)) continue;
        yield {
          path: at.cluster(id, 'oidcIssuer'),
          message: `${quoted(id)} has no OIDC issuer, which \`irsa\` needs`,
          mend: `write what \`aws eks describe-cluster --name ${id} --query cluster.identity.oidc.issuer\` prints`,
        };
      }
    }
  },
};
