import { buildPlan } from 'keywright';
import project from '../../environments';
import { askEngine } from '../../test/e2e/engine/control';
import { Aws, administratorOf } from '../../test/e2e/support/aws';
import {
  applyManifests,
  createExisting,
  createProviders,
  deployStacks,
  type EnvironmentPlan,
  environmentPlan,
  putValue,
} from '../../test/e2e/support/environment';
import { installValues } from '../../test/e2e/support/helm';
import { Kubectl } from '../../test/e2e/support/kubectl';
import { allReady, type World } from '../../test/e2e/support/syncs';
import { valueFor } from '../../test/e2e/support/values';
import { running, SOCKET } from './lifecycle';

/** Deploys an environment of a shipped system as its README says, and waits for its Secrets. */
export async function demo(system: string, name: string): Promise<void> {
  const its = findEnvironment(system, name);
  const state = await running();
  const world: World = { aws: new Aws(state.emulator), kubectl: new Kubectl(state) };
  const issuer = its.clusters[0]?.oidcIssuer;
  if (issuer) await askEngine(SOCKET, 'issuer', `https://${issuer}`);
  if (await deployed(world.aws, its)) console.error(`${system}/${name} is deployed already`);
  else await deploy(world, its, state.operator);
  for (const namespace of its.namespaces) await allReady(world, namespace);
  console.log(`export KUBECONFIG=${state.kubeconfig}`);
  for (const { secretName, namespace } of its.bundles) {
    console.log(`kubectl get secret ${secretName} --namespace ${namespace} --output yaml`);
  }
}

// --- internal ---

function findEnvironment(system: string, name: string): EnvironmentPlan {
  const plan = buildPlan(project);
  const environments = plan.environments.filter(({ backend }) => backend === 'secretsManager');
  const environment = environments.find(({ id }) => id === `${system}/${name}`);
  if (environment) return environmentPlan(plan, environment);
  throw new Error(`no "${system}/${name}" reads from AWS; there are ${environments.map(({ id }) => id).join(', ')}`);
}

async function deployed(aws: Aws, { stacks: [stack] }: EnvironmentPlan): Promise<boolean> {
  const { id: StackName, region, account } = stack!;
  const { status } = await aws.form(
    'cloudformation',
    'DescribeStacks',
    { StackName },
    region,
    administratorOf(account),
  );
  return status === 200;
}

async function deploy({ aws, kubectl }: World, its: EnvironmentPlan, operator: string): Promise<void> {
  console.error('stacks of dist/aws, then random values, then dist/kubernetes');
  await createProviders(aws, its);
  await createExisting(aws, its);
  await deployStacks(aws, its);
  for (const entry of its.entries) await putValue(aws, its, entry.remoteKey, valueFor(entry));
  await installValues(kubectl, operator, its);
  await applyManifests(kubectl, its);
}
