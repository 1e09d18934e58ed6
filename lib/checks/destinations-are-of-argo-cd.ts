import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters */
export const destinationsAreOfArgoCd: PlanCheck = {
  code: 'destinations-are-of-argo-cd',
  severity: 'error',
  summary: 'A destination is what Argo CD calls a cluster that it deploys to: its name, or the URL of its API server.',
  *run({ clusters }, at) {
    for (const { id, gitops, destination } of clusters) {
      if (!destination) continue;
      if (gitops?.kind !== 'argocd') {
        const message = `${quoted(id)} has a destination and no \`gitops: argocd()\`, which alone reads it`;
        yield { path: at.cluster(id, 'destination'), message, mend: 'write `gitops`, or remove the destination' };
      } else if ('server' in destination && !isServer(destination.server)) {
        yield {
          path: at.cluster(id, 'destination.server'),
          message: `${quoted(destination.server)} is not the URL of an API server`,
          mend: 'write the server that `argocd cluster list` prints, or `name` with the name',
        };
      }
    }
  },
};

// --- internal ---

const isServer = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === 'https:';
