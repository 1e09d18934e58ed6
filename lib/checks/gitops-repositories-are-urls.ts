import type { PlanCheck } from './check';
import { gitopsPlace } from './support/gitops-place';
import { quoted } from './support/words';

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/private-repositories/ */
export const gitopsRepositoriesAreUrls: PlanCheck = {
  code: 'gitops-repositories-are-urls',
  severity: 'error',
  summary: 'The repository that Argo CD reads is the URL of a Git repository.',
  *run({ gitops }, at) {
    for (const tree of gitops) {
      if (tree.kind !== 'argocd' || isRepository(tree.repoURL)) continue;
      yield {
        path: gitopsPlace(tree, at, 'repoURL'),
        message: `${quoted(tree.repoURL)} is not the URL of a Git repository`,
        mend: 'write what `git remote get-url origin` prints',
      };
    }
  },
};

// --- internal ---

/** As `git clone` takes it from somewhere else: a URL, or what ssh takes. */
const isRepository = (text: string): boolean =>
  /^(https?|ssh|oci):\/\/[^\s/]+\/\S+$/.test(text) || /^[\w.-]+@[\w.-]+:[^\s/]\S*$/.test(text);
