import project from '../../environments';
import { renderTemplates } from '../../lib/aws';
import { runChecks } from '../../lib/checks';
import { renderManifests } from '../../lib/kubernetes';
import { buildPlan } from '../../lib/plan';

test('the shipped systems have no findings, neither in what is written nor in what it makes', async () => {
  const plan = buildPlan(project);
  expect(await runChecks(plan)).toEqual([]);
  expect(await runChecks(plan, { manifests: renderManifests(plan), templates: renderTemplates(plan) })).toEqual([]);
});
