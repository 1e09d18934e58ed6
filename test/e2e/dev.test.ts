import { buildPlan, type EmbeddedValue, type EmbeddedValues, type PlannedBundle, type Project } from 'keywright';
import { renderManifests } from 'keywright/kubernetes';
import project from '../../environments';
import { findWorld, withdraw } from './support/deployment';
import { environmentPlan, whenGone } from './support/environment';
import { generatorOf, overlayOf, podSpecWith } from './support/overlay';
import type { World } from './support/syncs';
import { temporaryDist } from './support/temporary-dist';

const plan = buildPlan(project);
const environments = plan.environments.filter(({ backend }) => backend === 'embedded');
const STRICT = ['--server-side', '--validate=strict'];

let world: World;

beforeAll(async () => {
  world = await findWorld();
});

describe.each(environments)('$id', (environment) => {
  const its = environmentPlan(plan, environment);
  const folder = its.folders[0]!;

  beforeAll(async () => {
    for (const name of its.namespaces) await whenGone(world.kubectl, name);
  });

  afterAll(() => withdraw(world, its));

  test.each([
    ['kubectl apply -k', [], []],
    ['kubectl apply --server-side --validate=strict -k', STRICT, ['--server-side']],
  ])('%s takes its folder without a warning, and sees no difference afterwards', async (_how, options, mode) => {
    // The two kinds of `apply` own what they made: neither may change what is the other's.
    for (const name of its.namespaces) await world.kubectl.run(['delete', 'secret', '--all', `--namespace=${name}`]);
    expect(await world.kubectl.try(['apply', ...options, '-k', folder])).toMatchObject({ status: 0, errors: '' });
    expect(await differences(folder, mode)).toEqual({ status: 0, output: '', errors: '' });
    for (const bundle of its.bundles) await expectLive(bundle);
  });

  test('its Secrets are those that the secretGenerator of kustomize makes of the same values, names and all', async () => {
    expect(await differences(generatorOf(its.bundles), ['--server-side'])).toEqual({
      status: 0,
      output: '',
      errors: '',
    });
  });

  test('a Deployment of an overlay that names a Secret without its hash reads the live one', async () => {
    await world.kubectl.run(['apply', ...STRICT, '-k', overlayOf(folder, its.bundles)]);
    for (const bundle of its.bundles) await expectReader(bundle);
  });

  test('other values make other Secrets, which the same overlay reads at once; those of before stay', async () => {
    const changed = buildPlan(withOtherValues(project));
    const now = environmentPlan(changed, environment, temporaryDist(renderManifests(changed)));
    await world.kubectl.run(['apply', ...STRICT, '-k', overlayOf(now.folders[0]!, now.bundles)]);
    for (const bundle of now.bundles) await expectReader(bundle);
    for (const bundle of [...its.bundles, ...now.bundles]) await expectLive(bundle);
    expect(now.bundles.map(namesOf)).not.toEqual(its.bundles.map(namesOf));
  });
});

// --- internal ---

const differences = (folder: string, mode: readonly string[]) => world.kubectl.try(['diff', ...mode, '-k', folder]);

const namesOf = ({ secretName }: PlannedBundle): string => secretName;

async function expectLive({ secretName, secretType, namespace, source }: PlannedBundle): Promise<void> {
  const live = await world.kubectl.tryGet('secret', secretName, namespace);
  expect(live).toMatchObject({ type: secretType });
  expect(live?.data).toEqual(source.kind === 'embedded' ? source.data : undefined);
}

async function expectReader({ secretName, namespace, source, keys }: PlannedBundle): Promise<void> {
  const live = await world.kubectl.tryGet('deployment', source.name, namespace);
  expect(live).toMatchObject({ spec: { template: { spec: podSpecWith(secretName, keys[0]!.name) } } });
}

/** The project with something added to each value that stands in the repository. */
function withOtherValues({ systems }: Project): Project {
  const other = (value: EmbeddedValue): EmbeddedValue => Buffer.concat([Buffer.from(value), Buffer.from('-changed')]);
  const others = (values: EmbeddedValues): EmbeddedValues =>
    Object.fromEntries(
      Object.entries(values).map(([entry, value]) => [
        entry,
        typeof value === 'string' || value instanceof Uint8Array
          ? other(value)
          : Object.fromEntries(Object.entries(value).map(([field, own]) => [field, other(own)])),
      ]),
    );
  const changed = systems.map((system) => ({
    ...system,
    environments: system.environments.map((environment) => {
      const { backend } = environment;
      if (backend.kind !== 'embedded') return environment;
      return { ...environment, backend: { ...backend, values: others(backend.values) } };
    }),
  }));
  return { systems: changed };
}
