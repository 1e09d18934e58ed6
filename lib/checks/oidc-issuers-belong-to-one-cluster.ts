import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { quoted } from './support/words';

export const oidcIssuersBelongToOneCluster: PlanCheck = {
  code: 'oidc-issuers-belong-to-one-cluster',
  severity: 'error',
  summary: 'No two clusters have one OIDC issuer: a role would trust the wrong one.',
  *run(plan, at) {
    const clusters = plan.clusters.filter(({ oidcIssuer }) => oidcIssuer !== undefined);
    for (const [cluster, earlier] of repeated(clusters, ({ oidcIssuer }) => oidcIssuer!)) {
      if (cluster.id === earlier.id) continue;
      yield {
        path: at.cluster(cluster.id, 'oidcIssuer'),
        message: `${quoted(cluster.id)} has the issuer of ${quoted(earlier.id)}`,
        mend: `write what \`aws eks describe-cluster --name ${cluster.id} --query cluster.identity.oidc.issuer\` prints`,
      };
    }
  },
};
