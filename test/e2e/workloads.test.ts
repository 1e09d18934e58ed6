import { join } from 'node:path';
import { buildPlan } from 'keywright';
import project from '../../environments';
import { tryBackendOf } from './support/backends';
import { deployBackend, findWorld, valuesFor, withdraw } from './support/deployment';
import { applyManifests, environmentPlan } from './support/environment';
import { allReady, type World } from './support/syncs';

const plan = buildPlan(project);
const environments = plan.environments.filter(({ system }) => system === 'nova');

describe.each(environments)('$id', (environment) => {
  const its = environmentPlan(plan, environment);
  const [namespace] = its.namespaces;
  const folder = join(its.dist, 'workloads', environment.id);
  let world: World;

  beforeAll(async () => {
    world = await findWorld();
    if (tryBackendOf(environment)) await deployBackend(world, its, valuesFor(its));
    await applyManifests(world.kubectl, its);
    if (tryBackendOf(environment)) await allReady(world, namespace!);
  });

  afterAll(() => withdraw(world, its));

  test('strict validation accepts its Deployments without a warning, beside what is synthesized', async () => {
    const applied = await world.kubectl.try(['apply', '--server-side', '--validate=strict', '-f', folder]);
    expect(applied).toMatchObject({ status: 0, errors: '' });
  });

  test('every variable of its Deployments finds its Secret and key in their namespace', async () => {
    const found = await Promise.all((await variables(world, namespace!)).map((one) => valueIn(world, namespace!, one)));
    expect(found).toEqual([
      { name: 'DATABASE_URL', has: true },
      { name: 'REDIS_URL', has: true },
    ]);
  });

  test('its Deployments run under no ServiceAccount that reads a backend', async () => {
    const deployments = await world.kubectl.list('deployment', namespace!);
    const accounts = deployments.map(({ spec }) => (spec as DeploymentSpec).template.spec.serviceAccountName);
    for (const { name } of its.serviceAccounts) expect(accounts).not.toContain(name);
  });
});

// --- internal ---

interface Variable {
  readonly name: string;
  readonly valueFrom: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
}

interface DeploymentSpec {
  readonly template: {
    readonly spec: {
      readonly serviceAccountName?: string;
      readonly containers: readonly { readonly env: Variable[] }[];
    };
  };
}

/** The variables of the live Deployments of a namespace. */
async function variables({ kubectl }: World, namespace: string): Promise<Variable[]> {
  const deployments = await kubectl.list('deployment', namespace);
  return deployments.flatMap(({ spec }) => (spec as DeploymentSpec).template.spec.containers.flatMap(({ env }) => env));
}

async function valueIn({ kubectl }: World, namespace: string, { name, valueFrom }: Variable) {
  const secret = await kubectl.tryGet('secret', valueFrom.secretKeyRef.name, namespace);
  return { name, has: secret?.data?.[valueFrom.secretKeyRef.key] !== undefined };
}
