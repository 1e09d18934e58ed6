import type { PlannedGitops } from '../../model';
import type { Places } from '../place';

/** The clusters that something deploys to. */
export const clustersOf = (tree: PlannedGitops): string[] =>
  tree.kind === 'flux'
    ? [tree.cluster]
    : [...new Set(tree.applications.flatMap(({ targets }) => targets.map(({ cluster }) => cluster)))].sort();

/** A field of what deploys, at the first cluster that has it. */
export const gitopsPlace = (tree: PlannedGitops, at: Places, field: string): string =>
  at.cluster(clustersOf(tree)[0] ?? tree.name, `gitops.${field}`);
