import { isDeepStrictEqual } from 'node:util';
import { defineCatalogue, eksCluster, secretsManager } from 'keywright';
import { readersOf } from '../readers';
import { accepted, administratorOf, type Credentials } from './support/aws';
import { deployBackend, findWorld, valuesFor, withdraw } from './support/deployment';
import { applyManifests, type EnvironmentPlan, ensureNamespace } from './support/environment';
import { decoded } from './support/expected-data';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { sessionOf } from './support/sessions';
import { becomes, eventually, forceSync, readyOf, type World } from './support/syncs';

const [READING, MAKING] = ['push-reading', 'push-making'];
const FAR = 'us-east-1';

const catalogue = defineCatalogue({
  system: 'push',
  environments: ['production'],
  namespace: READING,
  entries: {
    certificate: {
      summary: 'TLS of the shop',
      tags: { team: 'web' },
      fields: { certificate: {}, 'private.key': {}, authority: { optional: true } },
    },
    token: { value: {} },
    password: { fields: { password: {} } },
    incomplete: { fields: { user: {}, password: {} } },
    taken: { value: {} },
    own: { fields: { TOKEN: {} } },
    far: { value: {} },
  },
  generators: { password: { kind: 'Password', spec: { length: 32, noUpper: false, allowRepeat: true } } },
  bundles: {
    tls: {
      keys: {
        'tls.crt': 'certificate.certificate',
        'tls.key': 'certificate.private.key',
        'ca.crt': 'certificate.authority',
      },
      type: 'kubernetes.io/tls',
    },
    tokens: { keys: { TOKEN: 'token', OWN: 'own.TOKEN', PASSWORD: 'password.password' } },
    far: { keys: { TOKEN: 'far' } },
    made: { generator: 'password', namespace: MAKING, refreshPolicy: 'CreatedOnce' },
  },
  pushes: {
    certificate: {
      entry: 'certificate',
      namespace: MAKING,
      secretName: 'ingress-tls',
      fields: { certificate: 'tls.crt', 'private.key': 'tls.key', authority: 'ca.crt' },
    },
    token: { entry: 'token', key: 'token', namespace: MAKING, secretName: 'robot' },
    password: { entry: 'password', namespace: MAKING, secretName: 'made', deletionPolicy: 'Delete' },
    incomplete: { entry: 'incomplete', namespace: MAKING, secretName: 'robot' },
    taken: { entry: 'taken', key: 'token', namespace: MAKING, secretName: 'robot' },
    far: { entry: 'far', key: 'token', namespace: MAKING, secretName: 'robot' },
  },
});

const first = { 'tls.crt': certificate('first'), 'tls.key': 'key "1" of\tü\n' };
const second = { 'tls.crt': certificate('second'), 'tls.key': 'key {{ 2 }} <&>\n', 'ca.crt': certificate('ca') };

let world: World;
let its: EnvironmentPlan;
let warnings: string;

beforeAll(async () => {
  world = await findWorld();
  its = await renderSample(catalogue, {
    name: 'production',
    cluster: eksCluster(SAMPLE_CLUSTER),
    backend: secretsManager(),
    bundles: { far: { backend: secretsManager({ region: FAR }), store: { name: 'far' } } },
  });
  await deployBackend(world, its, valuesFor(its));
  accepted(await as(ADMINISTRATOR, 'CreateSecret', 'taken', { SecretString: 'of somebody else' }));
  await ensureNamespace(world.kubectl, MAKING);
  await makeSecret('ingress-tls', first);
  await makeSecret('robot', { token: 'röbot', user: 'robot' });
  warnings = await applyManifests(world.kubectl, its);
});

afterAll(() => withdraw(world, its));

test('the API server takes every object as strictly as it can, and says nothing', () => expect(warnings).toBe(''));

test('a Secret of the cluster becomes an entry, as text that other readers take for JSON too', async () => {
  await isPushed('certificate');
  expect(await fieldsOf('certificate')).toEqual({ certificate: first['tls.crt'], 'private.key': first['tls.key'] });
});

test('one key of a Secret becomes an entry with one plain value', async () => {
  await isPushed('token');
  expect(await textOf('token')).toBe('röbot');
});

test('a password that a generator makes is kept', async () => {
  await becomes(true, world, MAKING, 'made');
  await isPushed('password');
  // The operator may make a second one before it knows that it has made the first: the next push follows.
  const isKept = async () => {
    const { password } = decoded((await world.kubectl.tryGet('secret', 'made', MAKING))?.data);
    if (isDeepStrictEqual(await fieldsOf('password'), { password })) return true;
    await forceSync(world, MAKING, 'password', 'pushsecret');
    return false;
  };
  await eventually('the entry holds what the Secret holds', world, MAKING, isKept);
});

test('the entry has the description and the tags of the catalogue, and the one of the operator', async () => {
  const { Description, Tags } = await described('certificate');
  expect({ Description, Tags: tagsIn(Tags) }).toEqual({ Description: 'TLS of the shop', Tags: TAGS });
});

test('bundles of another namespace read it', async () => {
  for (const name of ['tls', 'tokens']) {
    await forceSync(world, READING, name);
    await becomes(true, world, READING, name);
  }
  expect(await dataOf('tls')).toEqual(first);
  expect(await dataOf('tokens')).toMatchObject({ TOKEN: 'röbot' });
});

test('an entry that its bundle reads from another region is pushed there, and read', async () => {
  await isPushed('far');
  const { body } = await as(ADMINISTRATOR, 'DescribeSecret', 'far');
  expect(body).toContain('ResourceNotFoundException');
  await forceSync(world, READING, 'far');
  await becomes(true, world, READING, 'far');
  expect(await dataOf('far')).toEqual({ TOKEN: 'röbot' });
});

test('a Secret without a required key is not pushed, and the PushSecret says which keys it wants', async () => {
  await isNotPushed('incomplete', '{password, user} does not exist');
  const { body } = await as(ADMINISTRATOR, 'DescribeSecret', 'incomplete');
  expect(body).toContain('ResourceNotFoundException');
});

test('an entry that somebody else has made is left as it is', async () => {
  await isNotPushed('taken', 'secret not managed by external-secrets');
  expect(await textOf('taken')).toBe('of somebody else');
});

test('a changed Secret makes one new version, in which old and new values are not mixed', async () => {
  const tags = {
    Tags: [
      { Key: 'of', Value: 'somebody' },
      { Key: 'team', Value: 'other' },
    ],
  };
  accepted(await as(ADMINISTRATOR, 'TagResource', 'certificate', tags));
  await makeSecret('ingress-tls', second);
  await forceSync(world, MAKING, 'certificate', 'pushsecret');
  const pushed = { certificate: second['tls.crt'], 'private.key': second['tls.key'], authority: second['ca.crt'] };
  await eventually(
    'the new certificate is there',
    world,
    MAKING,
    async () => (await fieldsOf('certificate')).authority !== undefined,
  );
  expect(await fieldsOf('certificate')).toEqual(pushed);
  expect(await fieldsOf('certificate', 'AWSPREVIOUS')).toEqual({
    certificate: first['tls.crt'],
    'private.key': first['tls.key'],
  });
  await forceSync(world, READING, 'tls');
  await eventually('the reader has it', world, READING, async () => (await dataOf('tls'))['ca.crt'] !== undefined);
  expect(await dataOf('tls')).toEqual(second);
});

test('tags that somebody else has put on an entry are gone with its next version', async () => {
  const areOurs = async () => isDeepStrictEqual(tagsIn((await described('certificate')).Tags), TAGS);
  await eventually('the tags are those of the catalogue', world, MAKING, areOurs);
});

test('what was pushed and has not changed is not written again', async () => {
  const since = Date.now();
  const seen = async () => (await pushSecret('token')).status?.syncedResourceVersion;
  const before = await seen();
  await forceSync(world, MAKING, 'token', 'pushsecret');
  await eventually('it was looked at', world, MAKING, async () => (await seen()) !== before);
  const calls = (await callsOf(WRITER, since)).filter(({ resource }) => resource === nameOf('token'));
  expect(calls.map(({ action }) => action)).toEqual(['DescribeSecret', 'GetSecretValue']);
});

test('a live PushSecret is what its file says', async () => {
  const files = (await Promise.all(its.folders.map((folder) => world.kubectl.kustomized(folder)))).flat();
  const written = files.filter(({ kind }) => kind === 'PushSecret');
  expect(written).toHaveLength(its.pushes.length);
  for (const { metadata, spec } of written) {
    const live = await world.kubectl.tryGet('pushsecret', metadata.name, MAKING);
    expect({ name: metadata.name, spec: live?.spec }).toEqual({ name: metadata.name, spec });
  }
});

test('the same files show no difference once the operator has reconciled', async () => {
  for (const folder of its.folders) {
    const { status, output } = await world.kubectl.try(['diff', '--server-side', '-k', folder]);
    expect({ status, output }).toEqual({ status: 0, output: '' });
  }
});

test('a push that says so takes its entry with it, one that does not leaves it', async () => {
  await world.kubectl.run(['delete', 'pushsecret', 'password', 'token', `--namespace=${MAKING}`, '--timeout=30s']);
  expect(await described('password')).toMatchObject({ DeletedDate: expect.any(Number) });
  expect(await textOf('token')).toBe('röbot');
});

test('the operator has used every right to push that is granted, and was refused nothing', async () => {
  const granted = its.policies
    .filter(({ role }) => role?.endsWith(`/${WRITER}`))
    .flatMap(({ statements }) => statements.flatMap(({ Action }) => Action));
  const used = (await actionsOf(WRITER)).map((action) => `secretsmanager:${action}`);
  expect(used).toEqual([...new Set(granted)].sort());
  const refused = (await callsOf(WRITER)).filter(({ status, action }) => status !== 200 && !MISSING.includes(action));
  expect(refused).toEqual([]);
});

test('the role that pushes does nothing with other entries', async () => {
  const writer = await sessionOf(world, its, readerNamed(WRITER));
  for (const entry of ['own', 'nobody-s']) {
    for (const action of Object.keys(WRITES)) await expectRefused(writer, action, entry);
  }
  await expectRefused(writer, 'DeleteSecret', 'certificate');
});

test('the role that reads writes nothing', async () => {
  const reader = await sessionOf(world, its, readerNamed('push-production-external-secrets'));
  expect(await as(reader, 'GetSecretValue', 'certificate')).toMatchObject({ status: 200 });
  for (const action of Object.keys(WRITES).filter((name) => name !== 'GetSecretValue')) {
    await expectRefused(reader, action, 'certificate');
  }
});

// --- internal ---

const ADMINISTRATOR = administratorOf(SAMPLE_CLUSTER.account);
const WRITER = `push-production-${MAKING}-external-secrets-push`;
const TAGS = {
  'app.kubernetes.io/managed-by': 'keywright',
  'app.kubernetes.io/part-of': 'push',
  environment: 'production',
  'managed-by': 'external-secrets',
  team: 'web',
};

/** What a push calls, with what each takes beside the entry. */
const WRITES: Readonly<Record<string, object>> = {
  CreateSecret: { SecretString: 'x' },
  DeleteResourcePolicy: {},
  DeleteSecret: {},
  DescribeSecret: {},
  GetSecretValue: {},
  PutSecretValue: { SecretString: 'x' },
  TagResource: { Tags: [{ Key: 'a', Value: 'b' }] },
  UntagResource: { TagKeys: ['team'] },
};

/** These ask whether there is an entry. */
const MISSING = ['DescribeSecret', 'GetSecretValue'];

/** What looks like one: its lines are the same, whatever the number. */
function certificate(name: string): string {
  return `-----BEGIN CERTIFICATE-----\n${Buffer.from(name.repeat(20)).toString('base64')}\n-----END CERTIFICATE-----\n`;
}

/** As something in the cluster makes and renews it. */
async function makeSecret(name: string, stringData: Readonly<Record<string, string>>): Promise<void> {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: MAKING }, stringData };
  await world.kubectl.run(['apply', '--server-side', '--filename=-'], JSON.stringify(secret));
}

const pushSecret = async (name: string) => (await world.kubectl.tryGet('pushsecret', name, MAKING))!;
const readyFor = async (push: string) => readyOf(await pushSecret(push));

const isPushed = (push: string): Promise<void> =>
  eventually(`${push} is pushed`, world, MAKING, async () => (await readyFor(push))?.status === 'True');

/** Its last word: another may come before its store is ready. */
const isNotPushed = (push: string, word: string): Promise<void> =>
  eventually(`${push} is not pushed: ${word}`, world, MAKING, async () => {
    const ready = await readyFor(push);
    return ready?.status === 'False' && ready.message.endsWith(word);
  });

const nameOf = (entry: string): string => `push/production/${entry}`;

function as(who: Credentials, action: string, entry: string, more: object = {}) {
  const input = { [action === 'CreateSecret' ? 'Name' : 'SecretId']: nameOf(entry), ...more };
  return world.aws.secretsManager(action, input, SAMPLE_CLUSTER.region, who);
}

async function expectRefused(who: Credentials, action: string, entry: string): Promise<void> {
  const answer = await as(who, action, entry, WRITES[action]);
  const refused = { status: 400, body: expect.stringContaining('AccessDeniedException') };
  expect({ action, entry, ...answer }).toMatchObject({ action, entry, ...refused });
}

async function textOf(entry: string, VersionStage = 'AWSCURRENT'): Promise<string> {
  const answer = accepted(await as(ADMINISTRATOR, 'GetSecretValue', entry, { VersionStage }));
  return (JSON.parse(answer) as { SecretString: string }).SecretString;
}

const fieldsOf = async (entry: string, stage?: string): Promise<Record<string, string>> =>
  JSON.parse(await textOf(entry, stage)) as Record<string, string>;

async function described(entry: string) {
  return JSON.parse(accepted(await as(ADMINISTRATOR, 'DescribeSecret', entry))) as {
    readonly Description?: string;
    readonly DeletedDate?: number;
    readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
  };
}

const tagsIn = (tags: readonly { readonly Key: string; readonly Value: string }[]): Record<string, string> =>
  Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));

const dataOf = async (secret: string): Promise<Record<string, string>> =>
  decoded((await world.kubectl.tryGet('secret', secret, READING))?.data);

const readerNamed = (name: string) => readersOf(its).find(({ role }) => role.name === name)!;

/** The operator's calls as a role; a test's own session has a key of its own, but the same role. */
const callsOf = async (role: string, since = 0) =>
  (await world.aws.calls(since)).filter((call) => call.role?.endsWith(`/${role}`));

const actionsOf = async (role: string): Promise<string[]> =>
  [...new Set((await callsOf(role)).map(({ action }) => action))].sort();
