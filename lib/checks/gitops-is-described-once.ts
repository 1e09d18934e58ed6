import type { PlannedGitops } from '../model';
import type { PlanCheck } from './check';
import { gitopsPlace } from './support/gitops-place';
import { repeated } from './support/grouped';
import { quoted } from './support/words';

export const gitopsIsDescribedOnce: PlanCheck = {
  code: 'gitops-is-described-once',
  severity: 'error',
  summary: 'Clusters that one Argo CD deploys to describe it alike; a cluster has one Flux.',
  *run({ gitops }, at) {
    for (const [tree, earlier] of repeated(gitops, ({ id }) => id)) {
      const [field, one, other] = difference(earlier, tree);
      yield {
        path: gitopsPlace(tree, at, field),
        message: `${quoted(tree.name)} is described in two ways: ${field} is ${quoted(one)} and ${quoted(other)}`,
        mend: 'describe it once, and write that for both clusters; or give the other one another name',
      };
    }
  },
};

// --- internal ---

const FIELDS = ['repoURL', 'targetRevision', 'sourceRef', 'path', 'project', 'namespace', 'interval', 'prune'];

function difference(one: PlannedGitops, other: PlannedGitops): [field: string, one: string, other: string] {
  const [from, to] = [one, other].map(
    (tree) => new Map(Object.entries(tree).map(([name, value]) => [name, textOf(value)])),
  );
  const field = FIELDS.find((name) => from!.get(name) !== to!.get(name)) ?? 'name';
  return [field, from!.get(field) ?? '', to!.get(field) ?? ''];
}

/** Without who logs in, which may be a password. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/\/\/[^/@]*@/, '//') : JSON.stringify(value);
