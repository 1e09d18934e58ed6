import type { Plan, PlannedEnvironment } from '../../../lib/model';
import { type Backend, tryBackendOf } from './backends';
import { deployBackend, findWorld, valuesFor, withdraw } from './deployment';
import { BUILDING } from './engine';
import { applyManifests, type EnvironmentPlan, environmentPlan, environmentsOn } from './environment';
import { decoded, expectedData, type Values } from './expected-data';
import { isMerged } from './foreign';
import { provesMerging } from './proves-merging';
import { provesValues } from './proves-values';
import { allReady, isSaid, rests, tried, type World } from './syncs';

/** The environments of a plan whose values are not in the repository. */
export const remoteEnvironments = (plan: Plan): PlannedEnvironment[] =>
  environmentsOn(plan, (backend) => backend !== 'embedded');

/**
 * The tests of such environments, on each of their clusters: both sides of a dist folder deployed, read by the operator
 * that runs, and left alone. What no part of the engine keeps is not read.
 * @param dist a folder like `dist/`, which is the one that is meant otherwise
 */
export function provesEnvironments(plan: Plan, environments: readonly PlannedEnvironment[], dist?: string): void {
  describe.each(environments)('$id', (environment) => {
    for (const cluster of environment.clusters) {
      const prove = () => provesEnvironment(environmentPlan(plan, { ...environment, clusters: [cluster] }, dist));
      if (environment.clusters.length === 1) prove();
      else describe(`on ${cluster}`, prove);
    }
  });
}

// --- internal ---

function provesEnvironment(its: EnvironmentPlan): void {
  const values = valuesFor(its);
  const backend = tryBackendOf(its.environment);
  let world: World;
  let started: number;
  let warnings: string;

  beforeAll(async () => {
    world = await findWorld(its);
    if (backend) await deployBackend(world, its, values);
    started = Date.now();
    warnings = await applyManifests(world.kubectl, its);
  }, BUILDING);

  afterAll(() => withdraw(world, its));

  test('its manifests are accepted, strictly and without a warning', () => {
    expect(warnings).toBe('');
  });

  if (backend) provesReading(backend, its, values, () => ({ world, started }));
  provesValues(its);
  const { provider } = its.backend;
  if (provider?.kind === 'azureKeyVault')
    test("the operator finds all that it takes to Microsoft's login, which is not here, for the planned tenant", () =>
      isSaid(`https://login.microsoftonline.com/${provider.tenantId}/`, world, its.namespaces[0]!));

  test('the same files show no difference once the operator has reconciled', async () => {
    for (const namespace of its.namespaces) await tried(world, namespace);
    await rests(world, its.namespaces[0]!);
    for (const folder of its.folders) {
      const { status, output, errors } = await world.kubectl.try(['diff', '--server-side', '-k', folder]);
      expect({ status, output, errors }).toEqual({ status: 0, output: '', errors: '' });
    }
  });

  test('spec and labels of every live object are those of its file', async () => {
    const objects = (await Promise.all(its.folders.map((folder) => world.kubectl.kustomized(folder)))).flat();
    for (const { kind, metadata, spec } of objects) {
      const live = await world.kubectl.tryGet(kind, metadata.name, metadata.namespace ?? '');
      // Every namespace has a label with its name.
      const { 'kubernetes.io/metadata.name': _name, ...labels } = live?.metadata.labels ?? {};
      expect(labels).toEqual(metadata.labels);
      if (spec) expect(live?.spec).toEqual(spec);
    }
  });

  if (backend) provesMerging(its, values, () => world);
}

function provesReading(
  backend: Backend,
  its: EnvironmentPlan,
  values: Values,
  deployed: () => { readonly world: World; readonly started: number },
): void {
  test('every ExternalSecret becomes ready', async () => {
    for (const namespace of its.namespaces) await allReady(deployed().world, namespace);
  });

  test(backend.reading(its), async () => {
    const { world, started } = deployed();
    expect(await backend.asked(world, its, started)).toEqual(backend.planned(its));
  });

  test.each(its.bundles.filter((bundle) => !isMerged(bundle)).map((bundle) => [bundle.secretName, bundle] as const))(
    'the Secret %s holds exactly the keys of the catalogue with the bytes of the backend',
    async (name, bundle) => {
      const secret = await deployed().world.kubectl.tryGet('secret', name, bundle.namespace);
      expect(decoded(secret?.data)).toEqual(expectedData(bundle, values));
      expect(secret).toMatchObject({ type: bundle.secretType });
      expect(Object.keys(secret?.metadata.labels ?? {}).sort()).toEqual(LABELS_OF_THE_OPERATOR);
    },
  );
}

/** @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/apis/externalsecrets/v1/externalsecret_types.go */
const LABELS_OF_THE_OPERATOR = ['reconcile.external-secrets.io/created-by', 'reconcile.external-secrets.io/managed'];
