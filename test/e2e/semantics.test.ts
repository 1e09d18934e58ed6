import { buildPlan } from 'keywright';
import project from '../../environments';
import { backendOf, isKept } from './support/backends';
import { deploy, findWorld, valuesFor, withdraw } from './support/deployment';
import { BUILDING } from './support/engine';
import { environmentPlan, environmentsOn } from './support/environment';
import { decoded } from './support/expected-data';
import { subjectOf } from './support/subject';
import { allReady, becomes, eventually, forceSync, isSaid, type World } from './support/syncs';

const plan = buildPlan(project);

type Fields = Readonly<Record<string, string>>;

describe.each(environmentsOn(plan, isKept))('$id', (environment) => {
  const its = environmentPlan(plan, environment);
  const backend = backendOf(environment);
  const subject = subjectOf(its);
  const { namespace, secretName, sync, required, optional, entry } = subject;
  let world: World;
  let good: Fields;
  let started: number;
  let bringBack: () => Promise<void>;

  beforeAll(async () => {
    world = await findWorld(its);
    const values = valuesFor(its);
    const own = values.get(entry.id)!;
    if (required) {
      good = typeof own === 'string' ? { [required.field]: own } : own;
      if (optional) good = { ...good, [optional.field]: 'first' };
      values.set(entry.id, good);
    }
    started = Date.now();
    await deploy(world, its, values);
    await allReady(world, namespace);
  }, BUILDING);

  afterAll(() => withdraw(world, its));

  const secretData = async (): Promise<Fields> =>
    decoded((await world.kubectl.tryGet('secret', secretName, namespace))?.data);
  const put = (value: Fields): Promise<void> => backend.put(world, its, entry, value);
  const force = () => forceSync(world, namespace, sync);
  const holds = (what: string, test: (data: Fields) => boolean): Promise<void> =>
    eventually(what, world, namespace, async () => test(await secretData()));
  const without = (name: string): Fields =>
    Object.fromEntries(Object.entries(good).filter(([field]) => field !== name));

  if (required) {
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
  }

  test('an entry that is deleted makes the sync not ready, and the last good Secret stays', async () => {
    const before = await secretData();
    bringBack = await backend.take(world, its, entry);
    await force();
    await becomes(false, world, namespace, sync);
    expect(await secretData()).toEqual(before);
  });

  test('an entry that is restored makes the sync ready by itself', async () => {
    await bringBack();
    await becomes(true, world, namespace, sync);
  });

  if (its.roles.length > 0)
    test('a refresh reads each entry once, however many keys come of it', async () => {
      const reads = (await world.aws.reads(started)).filter(({ status }) => status === 200);
      // Each refresh assumes the role anew.
      const refreshes = [...new Set(reads.map(({ key }) => key))].map((key) =>
        reads.filter((read) => read.key === key).map(({ resource }) => resource!),
      );
      for (const names of refreshes) expect(names).toEqual([...new Set(names)]);
      expect(refreshes.map((names) => names.sort())).toContainEqual(subject.reads);
    });
});
