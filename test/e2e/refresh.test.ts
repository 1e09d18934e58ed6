import { isDeepStrictEqual } from 'node:util';
import { type BundleInput, type Catalogue, eksCluster, secretsManager } from 'keywright';
import { deploy, findWorld, withdraw } from './support/deployment';
import { applyManifests, type EnvironmentPlan, putValue } from './support/environment';
import { decoded } from './support/expected-data';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { allReady, eventually, forceSync, type World } from './support/syncs';

const NAMESPACE = 'refresh';
const SYNCS = {
  often: { refreshInterval: '2s' },
  hourly: { refreshInterval: '1h' },
  'on-change': { refreshPolicy: 'OnChange', refreshInterval: '2s' },
  once: { refreshPolicy: 'CreatedOnce', refreshInterval: '2s' },
} as const satisfies Record<string, Partial<BundleInput>>;
type Name = keyof typeof SYNCS;

let world: World;
let its: EnvironmentPlan;

beforeAll(async () => {
  world = await findWorld();
  its = await render('TOKEN');
  await deploy(world, its, new Map(its.entries.map(({ id }) => [id, valueWith('first')])));
  await allReady(world, NAMESPACE);
});

afterAll(() => withdraw(world, its));

describe('a periodic sync', () => {
  test('brings a new value of the backend by itself, without an annotation', async () => {
    await put('often', 'second');
    await arrives('often', { TOKEN: 'second' });
  });

  test('reads nothing between two refreshes', async () => {
    // What it read at its creation it may read twice, when it meets a conflict.
    await periods(1);
    await put('hourly', 'second');
    await expectNoRead('hourly');
    expect(await dataOf('hourly')).toEqual({ TOKEN: 'first' });
  });

  test('reads at once when it is forced', async () => {
    await forceSync(world, NAMESPACE, 'hourly');
    await arrives('hourly', { TOKEN: 'second' });
  });
});

describe('a sync with refreshPolicy OnChange', () => {
  test('brings no new value by itself, whatever its interval', async () => {
    await put('on-change', 'second');
    await expectNoRead('on-change');
    expect(await dataOf('on-change')).toEqual({ TOKEN: 'first' });
  });

  test('brings it when it is forced', async () => {
    await forceSync(world, NAMESPACE, 'on-change');
    await arrives('on-change', { TOKEN: 'second' });
  });

  test('brings it when the catalogue gets another key', async () => {
    await put('on-change', 'third');
    await applyManifests(world.kubectl, await render('TOKEN', 'OTHER'));
    await arrives('on-change', valueWith('third'));
  });
});

describe('a sync with refreshPolicy CreatedOnce', () => {
  test('brings no new value by itself, none when it is forced, and no key that the catalogue gets', async () => {
    await put('once', 'third');
    await forceSync(world, NAMESPACE, 'once');
    await applyManifests(world.kubectl, await render('TOKEN', 'OTHER'));
    await expectNoRead('once');
    expect(await dataOf('once')).toEqual({ TOKEN: 'first' });
  });

  test('brings all of it when its Secret is deleted', async () => {
    await world.kubectl.run(['delete', 'secret', 'once', `--namespace=${NAMESPACE}`]);
    await arrives('once', valueWith('third'));
  });
});

test.each([
  ['Periodic', 'hourly'],
  ['OnChange', 'on-change'],
  ['CreatedOnce', 'once'],
] as const)('a Secret that somebody changes or deletes is put back, with refreshPolicy %s', async (_policy, name) => {
  await put(name, 'last');
  const patch = JSON.stringify({ stringData: { TOKEN: 'by hand', MORE: 'by hand' } });
  await world.kubectl.run(['patch', 'secret', name, `--namespace=${NAMESPACE}`, `--patch=${patch}`]);
  await arrives(name, valueWith('last'));
  await world.kubectl.run(['delete', 'secret', name, `--namespace=${NAMESPACE}`]);
  await arrives(name, valueWith('last'));
});

// --- internal ---

/** A Secret for each sync, of an entry of its own that has these fields. */
function render(...names: readonly string[]): Promise<EnvironmentPlan> {
  const fields = Object.fromEntries(names.map((name) => [name, {}]));
  const syncs = Object.entries<Partial<BundleInput>>(SYNCS);
  const catalogue: Catalogue = {
    system: 'sample',
    environments: ['staging'],
    namespace: NAMESPACE,
    entries: Object.fromEntries(syncs.map(([name]) => [name, { fields }])),
    bundles: Object.fromEntries(syncs.map(([name, own]) => [name, { all: [name], ...own }])),
  };
  return renderSample(catalogue, { name: 'staging', cluster: eksCluster(SAMPLE_CLUSTER), backend: secretsManager() });
}

const entryOf = (name: Name): string => `sample/staging/${name}`;

/** What AWS holds from the first: the catalogue names `OTHER` later. */
const valueWith = (token: string) => ({ TOKEN: token, OTHER: 'other' });

const put = (name: Name, token: string): Promise<void> => putValue(world.aws, its, entryOf(name), valueWith(token));

const dataOf = async (name: Name): Promise<Record<string, string>> =>
  decoded((await world.kubectl.tryGet('secret', name, NAMESPACE))?.data);

const arrives = (name: Name, value: Readonly<Record<string, string>>): Promise<void> =>
  eventually(`the Secret ${name} holds the new value`, world, NAMESPACE, async () =>
    isDeepStrictEqual(await dataOf(name), value),
  );

/** The sync that reads often is the clock. */
async function periods(count: number): Promise<void> {
  const since = Date.now();
  await eventually(
    `${count} periods pass`,
    world,
    NAMESPACE,
    async () => (await reads('often', since)).length >= count,
  );
}

/** While two periods pass, nobody reads this one's entry. */
async function expectNoRead(name: Name): Promise<void> {
  const since = Date.now();
  await periods(2);
  expect(await reads(name, since)).toEqual([]);
}

const reads = async (name: Name, since: number) =>
  (await world.aws.reads(since)).filter(({ resource }) => resource === entryOf(name));
