import type { Home, PlannedGitops } from '../model';

/** What deploys to some clusters, without what it deploys besides these homes; nothing where nothing is left. */
export function selectGitops(
  tree: PlannedGitops,
  homes: ReadonlySet<Home>,
  clusters: ReadonlySet<string>,
): PlannedGitops[] {
  if (tree.kind === 'flux') {
    const kustomizations = tree.kustomizations.filter(
      ({ home, operator }) => operator !== undefined || homes.has(home),
    );
    return clusters.has(tree.cluster) ? [{ ...tree, kustomizations }] : [];
  }
  const applications = tree.applications.filter(({ source }) =>
    'home' in source ? homes.has(source.home) : clusters.has(source.operator),
  );
  return applications.length > 0 ? [{ ...tree, applications }] : [];
}
