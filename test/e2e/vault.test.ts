import { type Catalogue, kubernetesAuth, kubernetesCluster, vault } from 'keywright';
import { vaultIn } from './support/backends/vault-backend';
import { deployBackend, findWorld, withdraw } from './support/deployment';
import { BUILDING, engine } from './support/engine';
import { applyManifests, type EnvironmentPlan } from './support/environment';
import { decoded } from './support/expected-data';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { becomes, eventually, forceSync, isSaid, rests, type World } from './support/syncs';
import { type EntryValue, KIND_NAMES, KINDS } from './support/values';

const NAMESPACE = 'vault-sample';
/** The operator waits about as long as something was broken before it tries again. */
const MENDED_LIMIT = 100_000;

let world: World;
let its: EnvironmentPlan;
let values: Map<string, EntryValue>;

beforeAll(async () => {
  its = await render('app', 'next', 'above');
  world = await findWorld(its);
  values = new Map(its.entries.map(({ id }) => [id, everyKind()]));
  // Vault has the policy of a catalogue that knows one of the entries, and the cluster the syncs of all.
  const { vaultRoles, dist } = await render('app');
  await deployBackend(world, { ...its, vaultRoles, dist }, values);
  await applyManifests(world.kubectl, its);
}, BUILDING);

afterAll(() => withdraw(world, its));

describe('a path in Vault that the policy names', () => {
  test('arrives whole in an open bundle, with the bytes of the backend', async () => {
    await becomes(true, world, NAMESPACE, 'app');
    expect(await dataOf('app')).toEqual(values.get('sample/staging/app'));
  });

  test('is read with a token that lives no longer than the reading', async () => {
    const onlyOurs = async () => (await vaultIn(world).tokens()).length === 1;
    await eventually('every token of the operator is given back', world, NAMESPACE, onlyOurs);
  });
});

describe('a path in Vault that the policy does not name', () => {
  test.each([
    ['one whose name goes on after that of a granted one', 'next'],
    ['the folder of a granted one', 'above'],
  ])('such as %s, is refused: the sync is not ready, an event says why, and no Secret appears', async (_what, sync) => {
    await becomes(false, world, NAMESPACE, sync);
    await isSaid('permission denied', world, NAMESPACE, sync);
    await rests(world, NAMESPACE);
    expect(await world.kubectl.tryGet('secret', sync, NAMESPACE)).toBeUndefined();
  });
});

describe('when Vault refuses connections', () => {
  afterAll(() => engine.start('vault'));

  test('the sync is not ready, and the last good Secret stays', async () => {
    await engine.stop('vault');
    await forceSync(world, NAMESPACE, 'app');
    await becomes(false, world, NAMESPACE, 'app');
    await isSaid('connection refused', world, NAMESPACE);
    expect(await dataOf('app')).toEqual(values.get('sample/staging/app'));
  });

  test(
    'and answers again, the sync is ready by itself',
    async () => {
      await engine.start('vault');
      await becomes(true, world, NAMESPACE, 'app', MENDED_LIMIT);
    },
    MENDED_LIMIT + 20_000,
  );
});

// --- internal ---

const NAMES = { app: 'sample/app', next: 'sample/app-next', above: 'sample' } as const;

/** An open bundle for each of these entries, by the names that they have in Vault. */
function render(...entries: readonly (keyof typeof NAMES)[]): Promise<EnvironmentPlan> {
  const fields = Object.fromEntries(KIND_NAMES.map((kind) => [kind, {}]));
  const catalogue: Catalogue = {
    system: 'sample',
    environments: ['staging'],
    namespace: NAMESPACE,
    entries: Object.fromEntries(entries.map((name) => [name, { name: NAMES[name], fields }])),
    bundles: Object.fromEntries(entries.map((name) => [name, { everything: name }])),
  };
  return renderSample(catalogue, {
    name: 'staging',
    cluster: kubernetesCluster({ name: 'sample', operator: SAMPLE_CLUSTER.operator }),
    backend: vault({ server: 'https://vault.example.com' }),
    store: { identity: kubernetesAuth() },
  });
}

const everyKind = (): EntryValue => Object.fromEntries(KIND_NAMES.map((kind) => [kind, KINDS[kind]()]));

const dataOf = async (name: string): Promise<Record<string, string>> =>
  decoded((await world.kubectl.tryGet('secret', name, NAMESPACE))?.data);
