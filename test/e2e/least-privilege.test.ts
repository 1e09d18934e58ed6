import { buildPlan } from 'keywright';
import project from '../../environments';
import { type Reader, readersOf } from '../readers';
import { accepted, administratorOf, type Credentials } from './support/aws';
import { deployBackend, findWorld, valuesFor, withdraw } from './support/deployment';
import { engine } from './support/engine';
import { applyManifests, environmentPlan, environmentsOnAws, nameAndEnd } from './support/environment';
import { AWS_AUDIENCE, assume, type Session, sessionsOf } from './support/sessions';
import type { World } from './support/syncs';
import { expired, forged, newToken, resigned } from './support/tokens';

const plan = buildPlan(project);
const FOREIGN = { Name: 'somebody/elses', SecretString: 'private' };

let world: World;

beforeAll(async () => {
  world = await findWorld();
});

describe.each(environmentsOnAws(plan))('$id', (environment) => {
  const its = environmentPlan(plan, environment);
  const readers = readersOf(its);
  const region = its.backend.region!;
  const elsewhere = `not-${environment.id.replace('/', '-')}`;
  let sessions: readonly Session[];

  beforeAll(async () => {
    await deployBackend(world, its, valuesFor(its));
    const administrator = administratorOf(its.backend.account!);
    accepted(await world.aws.secretsManager('CreateSecret', FOREIGN, region, administrator));
    await applyManifests(world.kubectl, its);
    await world.kubectl.run(['create', 'namespace', elsewhere]);
    for (const { account } of readers) {
      await world.kubectl.run(['create', 'serviceaccount', account.name, `--namespace=${elsewhere}`]);
    }
    sessions = await sessionsOf(world, its);
  });

  afterAll(() => withdraw(world, its, elsewhere));

  const read = (SecretId: string, as: Credentials) =>
    world.aws.secretsManager('GetSecretValue', { SecretId }, region, as);

  const expectRefused = async (name: string, as: Credentials): Promise<void> =>
    expect({ name, ...(await read(name, as)) }).toMatchObject({ name, ...DENIED });

  test('its reader reads every entry that the catalogue gives it', async () => {
    for (const { entries, credentials } of sessions) {
      for (const { remoteKey } of entries) expect(await read(remoteKey, credentials)).toMatchObject({ status: 200 });
    }
  });

  test('its reader is refused every other entry, and one whose name goes on after that of its own', async () => {
    for (const { entries, credentials } of sessions) {
      const others = its.entries.filter((entry) => !entries.includes(entry)).map(({ remoteKey }) => remoteKey);
      const longer = entries.map((entry) => `${nameAndEnd(entry).name}-next`);
      for (const name of [FOREIGN.Name, ...others, ...longer]) await expectRefused(name, credentials);
    }
  });

  const exact = its.entries.filter((entry) => nameAndEnd(entry).end !== undefined);
  if (exact.length > 0)
    test('its reader is refused an entry that has the same name and another ARN', async () => {
      for (const { credentials } of sessions) {
        for (const { arn } of exact) await expectRefused(arn!.replace(/.$/, '0'), credentials);
      }
    });

  test('its reader may do nothing else with its entries', async () => {
    for (const { entries, credentials } of sessions) {
      for (const [action, more] of Object.entries(OTHER_ACTIONS)) {
        const input = { SecretId: entries[0]!.remoteKey, ...more };
        const answer = await world.aws.secretsManager(action, input, region, credentials);
        expect({ action, ...answer }).toMatchObject({ action, ...DENIED });
      }
    }
  });

  if (readers.length > 0)
    test.each<readonly [what: string, code: string, token: (reader: Reader) => Promise<string>]>([
      ['of another ServiceAccount', 'AccessDenied', ({ account }) => create({ ...account, name: 'default' })],
      [
        'of the same ServiceAccount of another namespace',
        'AccessDenied',
        ({ account }) => create({ ...account, namespace: elsewhere }),
      ],
      ['for another audience', 'AccessDenied', ({ account }) => create(account, 'somebody')],
      ['of another cluster', 'InvalidIdentityToken', (reader) => altered(reader, { iss: 'https://another.example' })],
      ['that has expired', 'ExpiredTokenException', (reader) => altered(reader, expired())],
      ['that somebody else signed', 'InvalidIdentityToken', async ({ account }) => forged(await create(account))],
    ])('its role refuses a token %s', async (_what, code, token) => {
      for (const reader of readers) {
        expect(await assume(world, its, reader, await token(reader))).toMatchObject(refusal(code));
      }
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

const create = (account: Reader['account'], audience = AWS_AUDIENCE): Promise<string> =>
  newToken(world.kubectl, account, audience);

const altered = async ({ account }: Reader, claims: object): Promise<string> =>
  resigned(await create(account), claims, await engine.state());
