import { buildPlan } from 'keywright';
import project from '../../environments';
import { accepted, administratorOf } from './support/aws';
import { deploy, findWorld, valuesFor, withdraw } from './support/deployment';
import { environmentPlan, environmentsOnAws, putValue } from './support/environment';
import { decoded } from './support/expected-data';
import { subjectOf } from './support/subject';
import { allReady, becomes, eventually, forceSync, isSaid, type World } from './support/syncs';

const plan = buildPlan(project);

type Fields = Readonly<Record<string, string>>;

let world: World;

beforeAll(async () => {
  world = await findWorld();
});

describe.each(environmentsOnAws(plan))('$id', (environment) => {
  const its = environmentPlan(plan, environment);
  const subject = subjectOf(its);
  const { namespace, secretName, sync, required, optional, entry } = subject;
  const { account, region } = environment;
  let good: Fields;
  let started: number;

  beforeAll(async () => {
    const values = valuesFor(its);
    const own = values.get(entry.id);
    if (typeof own !== 'object') throw new Error(`${entry.id} holds one plain value`);
    good = optional ? { ...own, [optional.field]: 'first' } : own;
    started = Date.now();
    await deploy(world, its, values.set(entry.id, good));
    await allReady(world, namespace);
  });

  afterAll(() => withdraw(world, its));

  const secretData = async (): Promise<Fields> =>
    decoded((await world.kubectl.tryGet('secret', secretName, namespace))?.data);
  const put = (value: Fields): Promise<void> => putValue(world.aws, its, entry.remoteKey, value);
  const force = () => forceSync(world, namespace, sync);
  const holds = (what: string, test: (data: Fields) => boolean): Promise<void> =>
    eventually(what, world, namespace, async () => test(await secretData()));
  const without = (name: string): Fields =>
    Object.fromEntries(Object.entries(good).filter(([field]) => field !== name));

  test('a required field that goes makes the sync not ready and is named, and the last good Secret stays', async () => {
    const before = await secretData();
    await put(without(required.field));
    await force();
    await becomes(false, world, namespace, sync);
    await isSaid(required.field, world, namespace, sync);
    expect(await secretData()).toEqual(before);
  });

  test('a required field that is back makes the sync ready by itself, with its new value', async () => {
    await put({ ...good, [required.field]: 'mended' });
    await becomes(true, world, namespace, sync);
    expect((await secretData())[required.key]).toBe('mended');
  });

  if (optional) {
    test('an optional field that goes is absent, and the sync is ready', async () => {
      await put(without(optional.field));
      await force();
      await holds(`${optional.key} is gone`, (data) => !(optional.key in data));
      await becomes(true, world, namespace, sync);
    });

    test('an optional field that comes is there', async () => {
      await put({ ...good, [optional.field]: 'null' });
      await force();
      await holds(`${optional.key} is there`, (data) => data[optional.key] === 'null');
    });
  }

  const stranger = subject.open ? 'arrives in an open bundle' : 'stays outside';
  test(`a field that the catalogue does not name ${stranger}`, async () => {
    await put({ ...good, [required.field]: 'with a stranger', STRANGER: 'x' });
    await force();
    await holds('the new value is there', (data) => data[required.key] === 'with a stranger');
    expect('STRANGER' in (await secretData())).toBe(subject.open);
  });

  test('an entry that is deleted makes the sync not ready, and the last good Secret stays', async () => {
    const before = await secretData();
    await asAdministrator('DeleteSecret');
    await force();
    await becomes(false, world, namespace, sync);
    expect(await secretData()).toEqual(before);
  });

  test('an entry that is restored makes the sync ready by itself', async () => {
    await asAdministrator('RestoreSecret');
    await becomes(true, world, namespace, sync);
  });

  test('a refresh reads each entry once, however many keys come of it', async () => {
    const reads = (await world.aws.reads(started)).filter(({ status }) => status === 200);
    // Each refresh assumes the role anew.
    const refreshes = [...new Set(reads.map(({ key }) => key))].map((key) =>
      reads.filter((read) => read.key === key).map(({ resource }) => resource!),
    );
    for (const names of refreshes) expect(names).toEqual([...new Set(names)]);
    expect(refreshes.map((names) => names.sort())).toContainEqual(subject.reads);
  });

  async function asAdministrator(action: string): Promise<void> {
    const input = { SecretId: entry.remoteKey };
    accepted(await world.aws.secretsManager(action, input, region!, administratorOf(account!)));
  }
});
