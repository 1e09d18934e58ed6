import { buildKubernetesApp, renderKubernetesApp, renderManifests } from '../../lib/kubernetes';
import { buildPlan } from '../../lib/plan';
import { expectFiles } from '../expected';
import { fleetProject } from '../fleet';

const plan = buildPlan(fleetProject);

test('the files of what deploys by itself', () => {
  expectFiles(
    'gitops',
    renderManifests(plan).filter(({ path }) => path.startsWith('kubernetes/_gitops/')),
  );
});

test('the constructs make the same files', () => {
  expect(renderKubernetesApp(buildKubernetesApp(plan), plan)).toEqual(renderManifests(plan));
});
