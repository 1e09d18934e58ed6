import { type Catalogue, compose, eksCluster, parameterStore } from 'keywright';
import { accepted, administratorOf, type Credentials } from './support/aws';
import { backendOf } from './support/backends';
import { deployBackend, findWorld, withdraw } from './support/deployment';
import { applyManifests, type EnvironmentPlan } from './support/environment';
import { decoded } from './support/expected-data';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { sessionsOf } from './support/sessions';
import { becomes, eventually, forceSync, isSaid, rests, type World } from './support/syncs';
import { type EntryValue, KINDS } from './support/values';

const NAMESPACE = 'parameters';
const app = { TOKEN: 'first', LINES: KINDS.lines(), ODD: KINDS.odd(), UNICODE: KINDS.unicode() };
const values: Record<string, EntryValue> = { app, plain: KINDS.pem(), other: { TOKEN: 'private' } };

let world: World;
let its: EnvironmentPlan;
let warnings: string;
let started: number;

beforeAll(async () => {
  world = await findWorld();
  its = await render('app', 'plain', 'other');
  // AWS has the policy of a catalogue that does not know one of the entries, and the cluster the syncs of all.
  const { stacks, dist } = await render('app', 'plain');
  await deployBackend(world, { ...its, stacks, dist }, new Map(its.entries.map((it) => [it.id, values[it.entry]!])));
  for (const TOKEN of ['second', 'third', 'fourth']) await put('app', { ...app, TOKEN });
  const label = { Name: nameOf('app'), ParameterVersion: 2, Labels: ['stable'] };
  accepted(await ask('LabelParameterVersion', label, administratorOf(SAMPLE_CLUSTER.account)));
  started = Date.now();
  warnings = await applyManifests(world.kubectl, its);
});

afterAll(() => withdraw(world, its));

test('strict validation takes every object without a warning', () => expect(warnings).toBe(''));

test('no template has an entry: CloudFormation makes no SecureString', () =>
  expect(its.stacks.map(({ kind }) => kind)).toEqual(['access']));

describe('a parameter that is granted', () => {
  test('arrives by its properties, as it is and in a composed text; an optional one that is missing is absent', () =>
    holds('keys', {
      TOKEN: 'fourth',
      LINES: app.LINES,
      ODD: app.ODD,
      PLAIN: values.plain as string,
      URL: 'https://fourth@shop',
    }));

  test('arrives whole in an open bundle, with the bytes of the backend', () =>
    holds('whole', { ...app, TOKEN: 'fourth' }));

  test('arrives in the version of a number and in that of a label', () =>
    holds('pinned', { THIRD: 'third', STABLE: 'second' }));

  test('is not ready in a version that it does not have: an event says so, and no Secret appears', () =>
    fails('future', 'could not find version 9'));

  test('arrives with its new value when the sync is forced', async () => {
    await put('plain', 'new');
    await forceSync(world, NAMESPACE, 'plain');
    await holds('plain', { PLAIN: 'new' });
  });
});

test('a parameter that is not granted is refused: an event says so, and no Secret appears', () =>
  fails('other', 'not authorized to perform: ssm:GetParameter'));

test('the operator asks as the planned role, and for nothing but what the syncs name', async () => {
  await rests(world, NAMESPACE);
  const asked = new Set((await backendOf(its.environment).asked(world, its, started)).map(withoutVersion));
  const planned = backendOf(its.environment).planned(its);
  expect([...asked].sort()).toEqual(planned.map((line) => (line.endsWith('/other') ? `${line} 400` : line)));
});

describe('the role', () => {
  let credentials: Credentials;

  beforeAll(async () => {
    const [session] = await sessionsOf(world, its);
    credentials = session!.credentials;
  });

  test('is refused every other parameter, and one whose name goes on after that of its own', async () => {
    for (const name of [nameOf('other'), `${nameOf('app')}-next`, `${nameOf('app')}/next`, '/parameters/production']) {
      expect({ name, ...(await ask('GetParameter', { Name: name }, credentials)) }).toMatchObject({ name, ...DENIED });
    }
  });

  test('may do nothing else with its parameters', async () => {
    for (const [action, input] of Object.entries(OTHER_ACTIONS)) {
      expect({ action, ...(await ask(action, input, credentials)) }).toMatchObject({ action, ...DENIED });
    }
  });
});

test('the same files show no difference once the operator has reconciled', async () => {
  await rests(world, NAMESPACE);
  for (const folder of its.folders) {
    const { status, output } = await world.kubectl.try(['diff', '--server-side', '-k', folder]);
    expect({ status, output }).toEqual({ status: 0, output: '' });
  }
});

test('a parameter that is deleted makes the sync not ready, the last good Secret stays, and one put anew mends it', async () => {
  const plain = its.entries.find(({ entry }) => entry === 'plain')!;
  const bringBack = await backendOf(its.environment).take(world, its, plain);
  await forceSync(world, NAMESPACE, 'plain');
  await becomes(false, world, NAMESPACE, 'plain');
  expect(await dataOf('plain')).toEqual({ PLAIN: 'new' });
  await bringBack();
  await becomes(true, world, NAMESPACE, 'plain');
});

// --- internal ---

const nameOf = (entry: string): string => `/parameters/production/${entry}`;

const DENIED = { status: 400, body: expect.stringContaining('AccessDeniedException') as unknown };

const OTHER_ACTIONS = {
  DeleteParameter: { Name: nameOf('app') },
  DescribeParameters: {},
  GetParameterHistory: { Name: nameOf('app') },
  GetParameters: { Names: [nameOf('app')] },
  GetParametersByPath: { Path: '/parameters/production' },
  LabelParameterVersion: { Name: nameOf('app'), Labels: ['mine'] },
  ListTagsForResource: { ResourceType: 'Parameter', ResourceId: nameOf('app') },
  PutParameter: { Name: nameOf('app'), Value: 'x', Type: 'SecureString', Overwrite: true },
};

function render(...entries: readonly (keyof typeof ENTRIES)[]): Promise<EnvironmentPlan> {
  const only = <Item>(items: Readonly<Record<string, Item>>, names: readonly string[]): Record<string, Item> =>
    Object.fromEntries(Object.entries(items).filter(([name]) => names.includes(name)));
  const catalogue: Catalogue = {
    system: 'parameters',
    environments: ['production'],
    namespace: NAMESPACE,
    entries: only(ENTRIES, entries),
    bundles: entries.includes('other')
      ? BUNDLES
      : only(
          BUNDLES,
          Object.keys(BUNDLES).filter((name) => name !== 'other'),
        ),
  };
  return renderSample(catalogue, {
    name: 'production',
    cluster: eksCluster(SAMPLE_CLUSTER),
    backend: parameterStore(),
    refreshInterval: '1h',
  });
}

const ENTRIES: Catalogue['entries'] = {
  app: { fields: { TOKEN: {}, LINES: {}, ODD: {}, UNICODE: {}, MAIL: { optional: true } } },
  plain: { value: {} },
  other: { fields: { TOKEN: {} } },
};

const BUNDLES: Catalogue['bundles'] = {
  keys: {
    keys: {
      TOKEN: 'app.TOKEN',
      LINES: 'app.LINES',
      ODD: 'app.ODD',
      MAIL: 'app.MAIL',
      PLAIN: 'plain',
      URL: compose('https://{app.TOKEN|urlquery}@shop'),
    },
  },
  whole: { everything: 'app' },
  pinned: {
    keys: { THIRD: { from: 'app.TOKEN', version: '3' }, STABLE: { from: 'app.TOKEN', version: 'stable' } },
  },
  future: { keys: { TOKEN: { from: 'app.TOKEN', version: '9' } } },
  plain: { keys: { PLAIN: 'plain' } },
  other: { all: ['other'] },
};

const put = (entry: string, value: EntryValue): Promise<void> =>
  backendOf(its.environment).put(world, its, its.entries.find((it) => it.entry === entry)!, value);

const ask = (action: string, input: object, as: Credentials) =>
  world.aws.parameterStore(action, input, SAMPLE_CLUSTER.region, as);

/** A version is no part of what is granted. */
const withoutVersion = (line: string): string => line.replace(/:(\d+|stable)( 400)?$/, '');

const dataOf = async (name: string): Promise<Record<string, string>> =>
  decoded((await world.kubectl.tryGet('secret', name, NAMESPACE))?.data);

async function holds(name: string, expected: Record<string, string>): Promise<void> {
  const wanted = Object.keys(expected).sort();
  await eventually(`${name} has ${wanted.join(', ')}`, world, NAMESPACE, async () => {
    const data = await dataOf(name);
    return Object.keys(data).sort().join() === wanted.join() && wanted.every((key) => data[key] === expected[key]);
  });
}

async function fails(sync: string, says: string): Promise<void> {
  await becomes(false, world, NAMESPACE, sync);
  await isSaid(says, world, NAMESPACE, sync);
  expect(await world.kubectl.tryGet('secret', sync, NAMESPACE)).toBeUndefined();
}
