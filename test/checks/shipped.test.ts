import project from '../../environments';
import { runChecks } from '../../lib/checks';
import { renderOutput } from '../../lib/cli/render-output';
import { buildPlan } from '../../lib/plan';

test('the shipped systems have no findings, neither in what is written nor in what it makes', async () => {
  const plan = buildPlan(project);
  expect(await runChecks(plan)).toEqual([]);
  expect(await runChecks(plan, await renderOutput(plan))).toEqual([]);
});
