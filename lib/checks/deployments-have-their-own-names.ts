import type { PlannedGitops } from '../model';
import type { PlanCheck } from './check';
import { gitopsPlace } from './support/gitops-place';
import { repeated } from './support/grouped';
import { quoted } from './support/words';

export const deploymentsHaveTheirOwnNames: PlanCheck = {
  code: 'deployments-have-their-own-names',
  severity: 'error',
  summary: 'What Argo CD or Flux deploys has a name of its own, and none of what `flux bootstrap` has made.',
  *run({ gitops }, at) {
    for (const tree of gitops) {
      if (tree.kind === 'flux' && tree.name === BOOTSTRAP) {
        const message = `\`flux bootstrap\` has made a Kustomization ${quoted(BOOTSTRAP)}, which this one would replace`;
        yield { path: gitopsPlace(tree, at, 'name'), message, mend: 'write another name, such as "secrets"' };
      }
    }
    const all = gitops.flatMap((tree) => namesOf(tree).map((it) => ({ ...it, tree })));
    for (const [{ name, what, tree }, earlier] of repeated(all, keyOf)) {
      // One that is described in two ways has a finding for that.
      if (tree !== earlier.tree && tree.id === earlier.tree.id) continue;
      yield {
        path: gitopsPlace(tree, at, 'name'),
        message: `${earlier.what} and ${what} of ${quoted(tree.name)} are both called ${quoted(name)}`,
        mend: 'give one of them another name',
      };
    }
  },
};

// --- internal ---

const BOOTSTRAP = 'flux-system';

interface Named {
  readonly name: string;
  readonly what: string;
}

/** Argo CDs of two names may be one; the Flux of a cluster is one. */
const keyOf = ({ name, tree }: Named & { readonly tree: PlannedGitops }): string =>
  [tree.kind === 'flux' ? tree.cluster : '', tree.namespace, name].join('/');

function namesOf(tree: PlannedGitops): Named[] {
  const own = { name: tree.name, what: 'all' };
  if (tree.kind === 'flux') return [own, ...tree.kustomizations.map(({ name, home }) => ({ name, what: home }))];
  const made = tree.applications.flatMap(({ source, targets }) => {
    const what = 'home' in source ? source.home : `the operator of ${source.operator}`;
    return targets.map(({ name, cluster }) => ({ name, what: targets.length > 1 ? `${what} on ${cluster}` : what }));
  });
  return [own, ...made];
}
