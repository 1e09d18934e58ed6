import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Catalogue, eksCluster, type PlannedWorkload, secretsManager } from 'keywright';
import { deploy, findWorld, withdraw } from './support/deployment';
import { type EnvironmentPlan, putValue } from './support/environment';
import { decoded } from './support/expected-data';
import type { KubernetesObject } from './support/kubectl';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { allReady, eventually, forceSync, type World } from './support/syncs';
import { workloadOf } from './support/workloads';

/*
 * Workloads that somebody else writes take the component of each: the API server accepts them, and what restarts them
 * finds what it needs. Reloader itself cannot be had as a Go module: what it does is taken from its source.
 */

const NAMESPACE = 'consumers';
const ENTRY = 'consumers/production/app';
const RELOADED = 'secret.reloader.stakater.com/reload';
const env = ['TOKEN', 'MAIL'];

const catalogue: Catalogue = {
  system: 'consumers',
  environments: ['production'],
  namespace: NAMESPACE,
  entries: { app: { fields: { TOKEN: {}, MAIL: { optional: true } } }, other: { fields: { TOKEN: {} } } },
  bundles: {
    app: {
      all: ['app'],
      consumers: [
        { kind: 'Deployment', name: 'web', env, container: 'main' },
        { kind: 'StatefulSet', name: 'database', env },
        { kind: 'DaemonSet', name: 'agent', env },
        { kind: 'Job', name: 'migrate', env },
        { kind: 'CronJob', name: 'clean', env },
        { kind: 'Pod', name: 'debug', env },
        { kind: 'Deployment', name: 'charted', env },
      ],
    },
    other: {
      keys: { TOKEN: 'other.TOKEN' },
      consumers: [
        { kind: 'Deployment', name: 'web', env: { OTHER_TOKEN: 'TOKEN' }, container: 'main' },
        { kind: 'Deployment', name: 'deaf', env: ['TOKEN'] },
      ],
    },
  },
};

let world: World;
let its: EnvironmentPlan;
let workloads: readonly PlannedWorkload[];
let overlay: string;

beforeAll(async () => {
  world = await findWorld();
  its = await renderSample(catalogue, {
    name: 'production',
    cluster: eksCluster(SAMPLE_CLUSTER),
    backend: secretsManager(),
    restart: 'reloader',
  });
  workloads = its.workloads;
  overlay = overlayOf(workloads.filter(({ name }) => name !== 'charted'));
  await deploy(world, its, new Map([ENTRY, 'consumers/production/other'].map((id) => [id, { TOKEN: 'first' }])));
  await allReady(world, NAMESPACE);
});

afterAll(() => withdraw(world, its));

test('strict validation accepts workloads of every kind with their components, without a warning', async () => {
  expect(await apply()).toMatchObject({ status: 0, errors: '' });
});

test('every variable of a live workload is a key of a Secret beside it, or may be missing', async () => {
  for (const { kind, name } of workloads.filter((one) => one.name !== 'charted')) {
    const variables = variablesOf(await live(kind, name)).filter(({ valueFrom }) => valueFrom);
    expect({ name, variables: await Promise.all(variables.map(found)) }).toEqual({ name, variables: expectedOf(name) });
  }
});

test('the containers and variables that a workload had are still there', async () => {
  const containers = containersOf(await live('Deployment', 'web'));
  expect(containers.map(({ name, image }) => `${name} ${image}`).sort()).toEqual(['main app', 'sidecar sidecar']);
  expect(variablesOf(await live('Deployment', 'web'))).toContainEqual({ name: 'PORT', value: '80' });
});

test('a workload that is in the cluster already takes the patch alone', async () => {
  const charted = workloads.find(({ name }) => name === 'charted')!;
  const made = await world.kubectl.try(
    ['create', `--namespace=${NAMESPACE}`, '-f', '-'],
    JSON.stringify(workloadOf(charted)),
  );
  expect(made).toMatchObject({ status: 0, errors: '' });
  const patch = join(componentOf(charted), 'patch.yaml');
  const patched = await world.kubectl.try(['apply', '--server-side', '--validate=strict', '-f', patch]);
  expect(patched).toMatchObject({ status: 0, errors: '' });
  const names = variablesOf(await live('Deployment', 'charted')).map(({ name }) => name);
  expect(names.sort()).toEqual(['MAIL', 'PORT', 'TOKEN']);
});

test('a patch of a workload that is nowhere is refused', async () => {
  const charted = workloads.find(({ name }) => name === 'charted')!;
  await world.kubectl.run(['delete', 'deployment', 'charted', `--namespace=${NAMESPACE}`]);
  const patched = await world.kubectl.try(['apply', '--server-side', '-f', join(componentOf(charted), 'patch.yaml')]);
  expect(patched).toMatchObject({ status: 1, errors: expect.stringContaining('spec.selector') });
});

describe('after a new value in the backend', () => {
  beforeAll(async () => {
    await putValue(world.aws, its, ENTRY, { TOKEN: 'second' });
    await forceSync(world, NAMESPACE, 'app');
    await eventually('the Secret has the new value', world, NAMESPACE, async () => (await tokenOf('app')) === 'second');
  });

  test('the workloads that read it name its Secret for a restart, if they replace their pods', async () => {
    const all = await Promise.all(workloads.filter((it) => it.name !== 'charted').map((it) => live(it.kind, it.name)));
    const concerned = all.filter((workload) => isConcerned(workload, 'app')).map(({ metadata }) => metadata.name);
    expect(concerned.sort()).toEqual(['agent', 'database', 'web']);
  });

  test('a restart as Reloader makes it replaces the pods of a Deployment', async () => {
    await restart('web');
    await eventually('there is a second ReplicaSet', world, NAMESPACE, async () => {
      const sets = await world.kubectl.list('replicaset', NAMESPACE);
      return sets.filter(({ metadata }) => metadata.ownerReferences?.[0]?.name === 'web').length === 2;
    });
  });

  test('a restart as Reloader makes it is no difference to the files, and stays when they are applied again', async () => {
    const difference = await world.kubectl.try(['diff', '--server-side', '-k', overlay]);
    expect(difference).toMatchObject({ status: 0, output: '' });
    expect(await apply()).toMatchObject({ status: 0, errors: '' });
    const { spec } = (await live('Deployment', 'web')) as { readonly spec?: { readonly template?: object } };
    expect(spec?.template).toMatchObject({ metadata: { annotations: { [LAST_RELOADED]: expect.any(String) } } });
  });
});

// --- internal ---

const LAST_RELOADED = 'reloader.stakater.com/last-reloaded-from';

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef: { readonly name: string; readonly key: string; readonly optional?: boolean };
  };
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly env?: readonly Variable[];
}

/** What {@link found} says of the variables of a workload. */
function expectedOf(name: string) {
  const token = (variable: string) => ({ name: variable, has: true });
  if (name === 'deaf') return [token('TOKEN')];
  const own = [{ name: 'MAIL', has: 'optional' }, token('TOKEN')];
  return name === 'web' ? [own[0], token('OTHER_TOKEN'), own[1]] : own;
}

async function found({ name, valueFrom }: Variable) {
  const { name: secretName, key, optional } = valueFrom!.secretKeyRef;
  const secret = await world.kubectl.tryGet('secret', secretName, NAMESPACE);
  return { name, has: optional ? 'optional' : secret?.data?.[key] !== undefined };
}

const componentOf = ({ home, namespace, kind, name }: PlannedWorkload): string =>
  join(its.dist, 'kubernetes', home, '_consumers', namespace, `${kind.toLowerCase()}-${name}`);

/** A folder of a team's own with these workloads and their components. */
function overlayOf(own: readonly PlannedWorkload[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'consumers-'));
  const list = { apiVersion: 'v1', kind: 'List', items: own.map(workloadOf) };
  const components = own.map((workload) => relative(folder, componentOf(workload)));
  writeFileSync(join(folder, 'workloads.json'), JSON.stringify(list));
  const kustomization = { namespace: NAMESPACE, resources: ['workloads.json'], components };
  writeFileSync(join(folder, 'kustomization.yaml'), JSON.stringify(kustomization));
  return folder;
}

const apply = () => world.kubectl.try(['apply', '--server-side', '--validate=strict', '-k', overlay]);

async function live(kind: string, name: string): Promise<KubernetesObject> {
  const object = await world.kubectl.tryGet(kind, name, NAMESPACE);
  if (!object) throw new Error(`there is no ${kind} ${name}`);
  return object;
}

const tokenOf = async (name: string): Promise<string | undefined> =>
  decoded((await world.kubectl.tryGet('secret', name, NAMESPACE))?.data).TOKEN;

/** The containers of a pod's spec, wherever its kind has that. */
function containersOf({ spec }: { readonly spec?: unknown }): readonly Container[] {
  const { containers, template, jobTemplate } = spec as {
    readonly containers?: readonly Container[];
    readonly template?: { readonly spec?: unknown };
    readonly jobTemplate?: { readonly spec?: unknown };
  };
  return containers ?? containersOf((template ?? jobTemplate)!);
}

const variablesOf = (object: KubernetesObject): Variable[] => containersOf(object).flatMap((it) => it.env ?? []);

/**
 * As Reloader decides it: its names are regular expressions between commas.
 * @see https://github.com/stakater/Reloader/blob/v1.4.0/internal/pkg/handler/upgrade.go
 */
function isConcerned({ metadata }: KubernetesObject, secret: string): boolean {
  const names = metadata.annotations?.[RELOADED]?.split(',') ?? [];
  return names.some((name) => new RegExp(`^${name.trim()}$`).test(secret));
}

/** What Reloader does then with `--reload-strategy=annotations`. */
async function restart(name: string): Promise<void> {
  const annotations = { [LAST_RELOADED]: JSON.stringify({ type: 'SECRET', name: 'app', namespace: NAMESPACE }) };
  const patch = JSON.stringify({ spec: { template: { metadata: { annotations } } } });
  const options = [`--namespace=${NAMESPACE}`, '--field-manager=reloader', '--type=strategic'];
  await world.kubectl.run(['patch', 'deployment', name, ...options, `--patch=${patch}`]);
}
