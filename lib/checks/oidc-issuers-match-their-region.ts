import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const oidcIssuersMatchTheirRegion: PlanCheck = {
  code: 'oidc-issuers-match-their-region',
  severity: 'error',
  summary: "The OIDC issuer of an EKS cluster names the cluster's own region.",
  *run(plan, at) {
    for (const { id, oidcIssuer = '', region } of plan.clusters) {
      const [, own] = /^oidc[.-]eks\.([a-z0-9-]+)\./.exec(oidcIssuer) ?? [];
      if (own === undefined || region === undefined || own === region) continue;
      yield {
        path: at.cluster(id, 'oidcIssuer'),
        message: `the issuer is of ${quoted(own)}, and the cluster is in ${quoted(region)}`,
        mend: "write the issuer of this cluster, or this cluster's region",
      };
    }
  },
};
