import { buildPlan } from 'keywright';
import project from '../../environments';
import { type Reader, readersOf } from '../readers';
import { type AwsAnswer, accepted, administratorOf, type Credentials } from './support/aws';
import { deployCloud, findWorld, valuesFor, withdraw } from './support/deployment';
import { engine } from './support/engine';
import { applyManifests, environmentPlan, environmentsOnAws } from './support/environment';
import type { World } from './support/syncs';
import { resigned } from './support/tokens';

const plan = buildPlan(project);
const FOREIGN = { Name: 'somebody/elses', SecretString: 'private' };
const AUDIENCE = 'sts.amazonaws.com';

let world: World;

beforeAll(async () => {
  world = await findWorld();
});

describe.each(environmentsOnAws(plan))('$id', (environment) => {
  const its = environmentPlan(plan, environment);
  const readers = readersOf(its);
  const region = environment.region!;
  const elsewhere = `not-${environment.id.replace('/', '-')}`;
  let sessions: readonly { readonly reader: Reader; readonly credentials: Credentials }[];

  beforeAll(async () => {
    await deployCloud(world, its, valuesFor(its));
    const administrator = administratorOf(environment.account!);
    accepted(await world.aws.secretsManager('CreateSecret', FOREIGN, region, administrator));
    await applyManifests(world.kubectl, its);
    await world.kubectl.run(['create', 'namespace', elsewhere]);
    for (const { namespace, name } of readers.map(({ account }) => account)) {
      await world.kubectl.run(['create', 'serviceaccount', `not-${name}`, `--namespace=${namespace}`]);
      await world.kubectl.run(['create', 'serviceaccount', name, `--namespace=${elsewhere}`]);
    }
    sessions = await Promise.all(readers.map(async (reader) => ({ reader, credentials: await sessionOf(reader) })));
  });

  afterAll(() => withdraw(world, { ...its, namespaces: [...its.namespaces, elsewhere] }));

  const assume = (reader: Reader, token: string): Promise<AwsAnswer> => {
    const input = { RoleArn: reader.role.id, RoleSessionName: 'test', WebIdentityToken: token };
    return world.aws.form('sts', 'AssumeRoleWithWebIdentity', input, region);
  };
  const sessionOf = async (reader: Reader) => credentialsIn(accepted(await assume(reader, await tokenOf(reader))));
  const read = (SecretId: string, as: Credentials) =>
    world.aws.secretsManager('GetSecretValue', { SecretId }, region, as);

  test('its reader reads every entry that the catalogue gives it', async () => {
    for (const { reader, credentials } of sessions) {
      for (const { remoteKey } of reader.entries) {
        expect(await read(remoteKey, credentials)).toMatchObject({ status: 200 });
      }
    }
  });

  test('its reader is refused every other entry, and one whose name goes on after that of its own', async () => {
    for (const { reader, credentials } of sessions) {
      const others = its.entries.filter((entry) => !reader.entries.includes(entry)).map(({ remoteKey }) => remoteKey);
      const longer = reader.entries.map(({ remoteKey }) => `${remoteKey}-next`);
      for (const name of [FOREIGN.Name, ...others, ...longer]) {
        expect({ name, ...(await read(name, credentials)) }).toMatchObject({ name, ...DENIED });
      }
    }
  });

  test('its reader may do nothing else with its entries', async () => {
    for (const { reader, credentials } of sessions) {
      for (const [action, more] of Object.entries(OTHER_ACTIONS)) {
        const input = { SecretId: reader.entries[0]!.remoteKey, ...more };
        const answer = await world.aws.secretsManager(action, input, region, credentials);
        expect({ action, ...answer }).toMatchObject({ action, ...DENIED });
      }
    }
  });

  test.each<readonly [what: string, code: string, token: (reader: Reader) => Promise<string>]>([
    [
      'of another ServiceAccount',
      'AccessDenied',
      ({ account: { name, namespace } }) => create(`not-${name}`, namespace),
    ],
    [
      'of the same ServiceAccount of another namespace',
      'AccessDenied',
      ({ account }) => create(account.name, elsewhere),
    ],
    ['for another audience', 'AccessDenied', ({ account: { name, namespace } }) => create(name, namespace, 'somebody')],
    ['of another cluster', 'InvalidIdentityToken', (reader) => altered(reader, { iss: 'https://another.example' })],
    [
      'that has expired',
      'ExpiredTokenException',
      (reader) => altered(reader, { exp: Math.floor(Date.now() / 1000) - 86_400 }),
    ],
    ['that somebody else signed', 'InvalidIdentityToken', forged],
  ])('its role refuses a token %s', async (_what, code, token) => {
    for (const reader of readers) expect(await assume(reader, await token(reader))).toMatchObject(refusal(code));
  });
});

// --- internal ---

/** Everything of Secrets Manager but the read, with what each needs beside the entry. */
const OTHER_ACTIONS = {
  BatchGetSecretValue: { SecretIdList: ['any'] },
  CancelRotateSecret: {},
  CreateSecret: { Name: 'new' },
  DeleteResourcePolicy: {},
  DeleteSecret: {},
  DescribeSecret: {},
  GetRandomPassword: {},
  GetResourcePolicy: {},
  ListSecretVersionIds: {},
  ListSecrets: {},
  PutResourcePolicy: { ResourcePolicy: '{}' },
  PutSecretValue: { SecretString: 'x' },
  RemoveRegionsFromReplication: { RemoveReplicaRegions: [] },
  ReplicateSecretToRegions: { AddReplicaRegions: [] },
  RestoreSecret: {},
  RotateSecret: {},
  StopReplicationToReplica: {},
  TagResource: { Tags: [] },
  UntagResource: { TagKeys: [] },
  UpdateSecret: { SecretString: 'x' },
  UpdateSecretVersionStage: { VersionStage: 'AWSCURRENT' },
  ValidateResourcePolicy: { ResourcePolicy: '{}' },
};

const DENIED = { status: 400, body: expect.stringContaining('AccessDeniedException') };
const refusal = (code: string) => ({ status: 400, body: expect.stringContaining(`<Code>${code}</Code>`) });

const create = async (name: string, namespace: string, audience = AUDIENCE): Promise<string> =>
  (await world.kubectl.run(['create', 'token', name, `--namespace=${namespace}`, `--audience=${audience}`])).trim();

const tokenOf = ({ account: { name, namespace } }: Reader): Promise<string> => create(name, namespace);

const altered = async (reader: Reader, claims: object): Promise<string> =>
  resigned(await tokenOf(reader), claims, await engine.state());

async function forged(reader: Reader): Promise<string> {
  const [header, claims] = (await tokenOf(reader)).split('.');
  return `${header}.${claims}.${Buffer.alloc(64, 7).toString('base64url')}`;
}

function credentialsIn(xml: string): Credentials {
  const [key, secret, token] = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'].map(
    (name) => new RegExp(`<${name}>(.*?)</${name}>`).exec(xml)![1]!,
  );
  return { key: key!, secret: secret!, token: token! };
}
