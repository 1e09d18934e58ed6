import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html */
export const oidcIssuersAreWellFormed: PlanCheck = {
  code: 'oidc-issuers-are-well-formed',
  severity: 'error',
  summary: 'An OIDC issuer is a host and a path, as EKS prints it.',
  *run(plan, at) {
    for (const { id, oidcIssuer } of plan.clusters) {
      if (oidcIssuer === undefined || isIssuer(oidcIssuer)) continue;
      yield {
        path: at.cluster(id, 'oidcIssuer'),
        message: `${quoted(oidcIssuer)} is not an OIDC issuer, such as "oidc.eks.eu-west-1.amazonaws.com/id/" and 32 letters and digits`,
        mend: `write what \`aws eks describe-cluster --name ${id} --query cluster.identity.oidc.issuer\` prints`,
      };
    }
  },
};

// --- internal ---

/** Of EKS with all of its id; of anybody else any host and path, without port and query, as IAM wants it. */
function isIssuer(issuer: string): boolean {
  if (/^oidc\.?-?eks|eks.*amazonaws\.com/.test(issuer)) {
    return /^(oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?|oidc-eks\.[a-z0-9-]+\.api\.aws)\/id\/[0-9A-Za-z]{32}$/.test(
      issuer,
    );
  }
  return /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+(\/[\w.~%-]+)*$/i.test(issuer);
}
