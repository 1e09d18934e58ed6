import { buildPlan, type Catalogue, type Environment, type Plan, type Project } from 'keywright';
import { runChecks } from 'keywright/checks';
import { filesOf, renderOutput } from '../../../lib/cli/render-output';
import { type EnvironmentPlan, environmentPlan } from './environment';
import { temporaryDist } from './temporary-dist';

/** Where the catalogues that tests write are deployed: what `eksCluster` takes. */
export const SAMPLE_CLUSTER = {
  name: 'sample',
  account: '123456789012',
  region: 'eu-west-1',
  oidcIssuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30755',
  operator: { version: '0.20.4' },
};

/** Plans, checks and renders one environment of a catalogue that a test writes, as `keywright synth` does. */
export async function renderSample(catalogue: Catalogue, environment: Environment): Promise<EnvironmentPlan> {
  const { plan, dist } = await renderProject({ systems: [{ catalogue, environments: [environment] }] });
  return environmentPlan(plan, plan.environments[0]!, dist);
}

/** Plans, checks and renders a project that a test writes; what is rendered is below `dist`. */
export async function renderProject(project: Project): Promise<{ readonly plan: Plan; readonly dist: string }> {
  const plan = buildPlan(project);
  const output = await renderOutput(plan);
  const wrong = (await runChecks(plan, output)).filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new Error(`the sample is wrong:\n${JSON.stringify(wrong, undefined, 2)}`);
  return { plan, dist: temporaryDist(filesOf(output)) };
}
