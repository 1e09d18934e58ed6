import { buildPlan } from 'keywright';
import project from '../../environments';
import { Aws, accepted, administratorOf } from './support/aws';
import { engine } from './support/engine';
import { applyManifests, createProviders, deployStacks, environmentPlan, putValue } from './support/environment';
import { decoded } from './support/expected-data';
import { Kubectl } from './support/kubectl';
import { allReady, eventsOf, eventually, forceSync, readyOf, type World } from './support/syncs';
import { type EntryValue, valueFor } from './support/values';

const plan = buildPlan(project);
const its = environmentPlan(plan, plan.environments.find(({ id }) => id === 'deparrow/staging')!);
const NAMESPACE = 'deparrow';
const SYNC = 'deparrow-secrets-external';
const ENTRY = 'deparrow/staging/secrets';
const REQUIRED = 'DEPARROW_JWT_SECRET';
const OPTIONAL = 'OPENAI_API_KEY';

let world: World;
let good: Record<string, string>;

beforeAll(async () => {
  const state = await engine.state();
  world = { aws: new Aws(state.emulator), kubectl: new Kubectl(state) };
  await world.aws.reset();
  await engine.becomeIssuer(its.clusters[0]!.oidcIssuer!);
  await createProviders(world.aws, its);
  await deployStacks(world.aws, its);
  const values = its.entries.map((entry) => [entry.remoteKey, valueFor(entry)] as const);
  for (const [name, value] of values) await putValue(world.aws, its, name, value);
  good = { ...(new Map(values).get(ENTRY) as Record<string, string>), [OPTIONAL]: 'first' };
  await putValue(world.aws, its, ENTRY, good);
  await applyManifests(world.kubectl, its);
  await allReady(world, NAMESPACE);
});

afterAll(async () => {
  await world.kubectl.run(['delete', 'namespace', NAMESPACE, '--wait=false']);
});

describe('a required field', () => {
  test('that goes makes the sync not ready, is named, and the last good Secret stays', async () => {
    const before = await secretData();
    const { [REQUIRED]: _gone, ...rest } = good;
    await sync(rest);
    await becomes('False');
    expect((await eventsOf(world, NAMESPACE, SYNC)).join('\n')).toContain(REQUIRED);
    expect(await secretData()).toEqual(before);
  });

  test('that is back makes it ready', async () => {
    await sync({ ...good, [REQUIRED]: 'mended' });
    await becomes('True');
    await eventually(
      'the new value arrives',
      world,
      NAMESPACE,
      async () => (await secretData())[REQUIRED] === 'mended',
    );
  });
});

describe('an optional field', () => {
  test('that goes is absent, and the sync is ready', async () => {
    const { [OPTIONAL]: _gone, ...rest } = good;
    await sync(rest);
    await eventually('the key goes', world, NAMESPACE, async () => !(OPTIONAL in (await secretData())));
    await becomes('True');
  });

  test('that comes is there', async () => {
    await sync({ ...good, [OPTIONAL]: 'null' });
    await eventually('the key comes', world, NAMESPACE, async () => (await secretData())[OPTIONAL] === 'null');
  });
});

test('a field that the catalogue does not name stays outside', async () => {
  await sync({ ...good, STRANGER: 'x', [REQUIRED]: 'with a stranger' });
  await eventually('the new value arrives', world, NAMESPACE, async () =>
    (await secretData())[REQUIRED]!.includes('stranger'),
  );
  expect(Object.keys(await secretData())).not.toContain('STRANGER');
});

test('a refresh reads each entry once, however many keys it gives', async () => {
  await quiet();
  const since = Date.now();
  await sync({ ...good, [REQUIRED]: 'counted' });
  await eventually('the new value arrives', world, NAMESPACE, async () => (await secretData())[REQUIRED] === 'counted');
  await quiet();
  const reads = await world.aws.reads(since);
  const times = (entry: string) => reads.filter(({ resource }) => resource === `deparrow/staging/${entry}`).length;
  // The operator may refresh twice (a conflict makes it begin again): each entry once in each, or the counts differ.
  expect(times('redis')).toBeGreaterThan(0);
  expect([times('database'), times('secrets')]).toEqual([times('redis'), times('redis')]);
  expect(reads).toHaveLength(3 * times('redis'));
});

test('nothing is read between two refreshes', async () => {
  await quiet();
  const since = Date.now();
  await put({ ...good, [REQUIRED]: 'not yet' });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const reads = await world.aws.reads(since);
  expect(reads).toEqual([]);
});

describe('an entry', () => {
  test('that is deleted makes the sync not ready, and the last good Secret stays', async () => {
    const before = await secretData();
    await asAdministrator('DeleteSecret');
    await forceSync(world, NAMESPACE, SYNC);
    await becomes('False');
    expect(await secretData()).toEqual(before);
  });

  test('that is restored makes it ready', async () => {
    await asAdministrator('RestoreSecret');
    await forceSync(world, NAMESPACE, SYNC);
    await becomes('True');
  });
});

// --- internal ---

const secretData = async (): Promise<Record<string, string>> =>
  decoded((await world.kubectl.tryGet('secret', 'deparrow-secrets', NAMESPACE))?.data);

const put = (value: EntryValue): Promise<void> => putValue(world.aws, its, ENTRY, value);

/** Waits until the operator has made no call for a while: a refresh that has begun is over. */
async function quiet(): Promise<void> {
  let seen = -1;
  await eventually('the operator rests', world, NAMESPACE, async () => {
    const before = seen;
    const calls = await world.aws.calls();
    seen = calls.some(({ status }) => status === null) ? -1 : calls.length;
    if (before !== seen || seen < 0) await new Promise((resolve) => setTimeout(resolve, 1500));
    return before === seen && seen >= 0;
  });
}

async function sync(value: EntryValue): Promise<void> {
  await put(value);
  await forceSync(world, NAMESPACE, SYNC);
}

const becomes = (status: string): Promise<void> =>
  eventually(`${SYNC} is Ready=${status}`, world, NAMESPACE, async () => {
    const found = await world.kubectl.tryGet('externalsecret', SYNC, NAMESPACE);
    return found !== undefined && readyOf(found)?.status === status;
  });

async function asAdministrator(action: string): Promise<void> {
  const { account, region } = its.environment;
  accepted(await world.aws.secretsManager(action, { SecretId: ENTRY }, region!, administratorOf(account!)));
}
