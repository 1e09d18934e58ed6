import { selectGitops } from '../../lib/cli/select-gitops';
import { buildPlan } from '../../lib/plan';
import { fleetProject } from '../fleet';

const { gitops } = buildPlan(fleetProject);

/** What deploys to what is left, by name. */
function selected(homes: readonly string[], clusters: readonly string[]): Record<string, string[]> {
  const trees = gitops.flatMap((tree) => selectGitops(tree, new Set(homes), new Set(clusters)));
  return Object.fromEntries(
    trees.map((tree) => [
      tree.id,
      (tree.kind === 'flux' ? tree.kustomizations : tree.applications).map(({ name }) => name),
    ]),
  );
}

test('an environment leaves what deploys it, its cluster and the operator', () => {
  expect(selected(['shop/staging', '_clusters/blue'], ['blue'])).toEqual({
    fleet: ['cluster-blue', 'external-secrets-blue', 'shop-staging'],
  });
  expect(selected(['shop/edge', '_clusters/edge'], ['edge'])).toEqual({
    'secrets/edge': ['cluster-edge', 'external-secrets', 'shop-edge'],
  });
});

test('where nothing deploys, nothing is left', () => {
  expect(selected(['other/dev'], [])).toEqual({});
});
