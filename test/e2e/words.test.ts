import { randomUUID } from 'node:crypto';
import { type Catalogue, eksCluster, secretsManager } from 'keywright';
import { deploy, findWorld, withdraw } from './support/deployment';
import { type EnvironmentPlan, putValue } from './support/environment';
import { decoded } from './support/expected-data';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { allReady, eventsOf, eventually, forceSync, rests, type World } from './support/syncs';

const NAMESPACE = 'words';
/** A version has the id of the request that put it: so it is known before there is one. */
const PINNED = randomUUID();
const plain = { TOKEN: 'first', ENCODED: Buffer.from('décoded').toString('base64') };

const catalogue: Catalogue = {
  system: 'words',
  environments: ['production'],
  namespace: NAMESPACE,
  entries: {
    app: { fields: { TOKEN: {}, ENCODED: {} }, tags: { team: 'words' } },
    other: { fields: { TOKEN: {} } },
    certificate: { fields: { 'tls.crt': {}, 'tls.key': {} } },
    registry: { value: {} },
    machine: { fields: { username: {}, password: {}, 'ssh-privatekey': {} } },
  },
  generators: {
    password: { kind: 'Password', spec: { length: 32, noUpper: true, allowRepeat: true } },
    uuid: { kind: 'UUID', spec: {} },
  },
  bundles: {
    before: { keys: { NOW: 'app.TOKEN', BEFORE: { from: 'app.TOKEN', version: 'AWSPREVIOUS' } } },
    pinned: { keys: { NOW: 'other.TOKEN', PINNED: { from: 'other.TOKEN', version: `uuid/${PINNED}` } } },
    decoded: { keys: { DECODED: { from: 'app.ENCODED', decode: 'Base64' } } },
    tags: { keys: { TAGS: { from: 'app.TOKEN', metadata: true } } },
    renamed: { everything: 'app', rewrite: [{ source: '^', target: 'APP_' }] },
    found: {
      find: { path: 'words/production/', name: '(app|other)$' },
      rewrite: [{ source: '^.*/', target: '' }],
    },
    tagged: {
      find: { path: 'words/production/', tags: { team: 'words' } },
      rewrite: [{ source: '^.*/', target: '' }],
    },
    // Without `immutable` the operator may make a first value twice.
    made: { generator: 'password', refreshPolicy: 'CreatedOnce', immutable: true },
    id: { generator: 'uuid', refreshPolicy: 'CreatedOnce' },
    immutable: { keys: { TOKEN: 'app.TOKEN' }, immutable: true, refreshPolicy: 'CreatedOnce' },
    patched: {
      keys: { TOKEN: 'app.TOKEN' },
      patch: { dataFrom: [{ sourceRef: { generatorRef: { kind: 'UUID', name: 'uuid' } } }] },
    },
    tls: { all: ['certificate'], type: 'kubernetes.io/tls' },
    docker: { keys: { '.dockerconfigjson': 'registry' }, type: 'kubernetes.io/dockerconfigjson' },
    basic: {
      keys: { username: 'machine.username', password: 'machine.password' },
      type: 'kubernetes.io/basic-auth',
    },
    ssh: { keys: { 'ssh-privatekey': 'machine.ssh-privatekey' }, type: 'kubernetes.io/ssh-auth' },
  },
};

let world: World;
let its: EnvironmentPlan;

beforeAll(async () => {
  world = await findWorld();
  its = await renderSample(catalogue, {
    name: 'production',
    cluster: eksCluster(SAMPLE_CLUSTER),
    backend: secretsManager(),
    refreshInterval: '1h',
  });
  await deploy(
    world,
    its,
    new Map(Object.entries(VALUES).map(([entry, value]) => [`words/production/${entry}`, value])),
  );
  await put('second');
  await putValue(world.aws, its, 'words/production/other', { TOKEN: 'pinned' }, PINNED);
  await putValue(world.aws, its, 'words/production/other', VALUES.other);
  for (const { name } of await world.kubectl
    .list('externalsecret', NAMESPACE)
    .then((all) => all.map((it) => it.metadata))) {
    if (!['made', 'id', 'immutable'].includes(name)) await forceSync(world, NAMESPACE, name);
  }
});

afterAll(() => withdraw(world, its));

test('every ExternalSecret becomes ready', () => allReady(world, NAMESPACE));

test('a key may hold the version before', () => becomes('before', { NOW: 'second', BEFORE: 'first' }));

test('a key may hold one version by its id, whatever comes after it', () =>
  becomes('pinned', { NOW: 'elsewhere', PINNED: 'pinned' }));

test('a key may hold what an encoded value stands for', () => becomes('decoded', { DECODED: 'décoded' }));

test('a key may hold the tags of its entry', async () => {
  const { TAGS } = await dataOf('tags');
  expect(JSON.parse(TAGS!)).toMatchObject({ team: 'words', environment: 'production' });
});

test('an entry taken whole may have other names for its keys', () =>
  becomes('renamed', { APP_TOKEN: 'second', APP_ENCODED: plain.ENCODED }));

test('entries are found below a path, by a pattern of their names', () =>
  becomes('found', { app: JSON.stringify({ ...plain, TOKEN: 'second' }), other: JSON.stringify(VALUES.other) }));

test('entries are found by their tags', () =>
  becomes('tagged', { app: JSON.stringify({ ...plain, TOKEN: 'second' }) }));

test('a generator makes a password once for an immutable Secret, however often the sync is forced', async () => {
  const { password, ...others } = await dataOf('made');
  expect(password).toMatch(/^[^A-Z]{32}$/);
  expect(others).toEqual({});
  await forceSync(world, NAMESPACE, 'made');
  await rests(world, NAMESPACE);
  expect(await dataOf('made')).toEqual({ password });
});

test('a generator makes a UUID', async () => {
  expect((await dataOf('id')).uuid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test('an immutable Secret is one that the API server lets nobody change', async () => {
  const { status, errors } = await world.kubectl.try([
    ...['patch', 'secret', 'immutable', `--namespace=${NAMESPACE}`],
    ...['--type=merge', '--patch={"stringData":{"TOKEN":"other"}}'],
  ]);
  expect({ status, errors }).toEqual({ status: 1, errors: expect.stringContaining('immutable') });
});

test('a patch is in what the operator makes', async () => {
  expect(Object.keys(await dataOf('patched')).sort()).toEqual(['TOKEN', 'uuid']);
});

test.each(['tls', 'docker', 'basic', 'ssh'])('a Secret of the type of %s is accepted with its keys', async (name) => {
  const bundle = its.bundles.find((one) => one.bundle === name)!;
  const secret = await world.kubectl.tryGet('secret', name, NAMESPACE);
  expect(secret?.type).toBe(bundle.secretType);
  expect(Object.keys(secret?.data ?? {}).sort()).toEqual(bundle.keys.map((key) => key.name).sort());
});

test('the same files show no difference once the operator has reconciled', async () => {
  await rests(world, NAMESPACE);
  for (const folder of its.folders) {
    const { status, output } = await world.kubectl.try(['diff', '--server-side', '-k', folder]);
    expect({ status, output }).toEqual({ status: 0, output: '' });
  }
});

// --- internal ---

const VALUES = {
  app: plain,
  other: { TOKEN: 'elsewhere' },
  certificate: { 'tls.crt': '-----BEGIN CERTIFICATE-----\n', 'tls.key': '-----BEGIN PRIVATE KEY-----\n' },
  registry: JSON.stringify({ auths: {} }),
  machine: { username: 'robot', password: 'placeholder', 'ssh-privatekey': 'a key\n' },
} as const;

const put = (token: string): Promise<void> =>
  putValue(world.aws, its, 'words/production/app', { ...plain, TOKEN: token });

const dataOf = async (name: string): Promise<Record<string, string>> =>
  decoded((await world.kubectl.tryGet('secret', name, NAMESPACE))?.data);

async function becomes(name: string, expected: Record<string, string>): Promise<void> {
  const arrived = async () => JSON.stringify(sorted(await dataOf(name))) === JSON.stringify(sorted(expected));
  await eventually(`${name} holds what is expected`, world, NAMESPACE, arrived).catch(async (cause: Error) => {
    const events = await eventsOf(world, NAMESPACE, name);
    throw new Error(`${name} has the keys ${Object.keys(await dataOf(name)).join(', ')}\n${events.join('\n')}`, {
      cause,
    });
  });
}

const sorted = (data: Record<string, string>) => Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
