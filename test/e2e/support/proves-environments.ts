import type { Plan } from '../../../lib/model';
import { deployCloud, findWorld, valuesFor, withdraw } from './deployment';
import { applyManifests, type EnvironmentPlan, environmentPlan, environmentsOnAws } from './environment';
import { decoded, expectedData } from './expected-data';
import type { KubernetesObject } from './kubectl';
import { allReady, rests, type World } from './syncs';

/**
 * The tests of every environment that reads from AWS, on each of its clusters: both sides of a dist folder deployed,
 * read by the operator that runs, and left alone.
 * @param dist a folder like `dist/`, which is the one that is meant otherwise
 */
export function provesEnvironments(plan: Plan, dist?: string): void {
  describe.each(environmentsOnAws(plan))('$id', (environment) => {
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
  let world: World;
  let started: number;
  let warnings: string;

  beforeAll(async () => {
    world = await findWorld();
    await deployCloud(world, its, values);
    started = Date.now();
    warnings = await applyManifests(world.kubectl, its);
  });

  afterAll(() => withdraw(world, its));

  test('its manifests are accepted, strictly and without a warning', () => {
    expect(warnings).toBe('');
  });

  test('every ExternalSecret becomes ready', async () => {
    for (const namespace of its.namespaces) await allReady(world, namespace);
  });

  test('the operator reads as the planned role, and reads nothing but the entries', async () => {
    const reads = await world.aws.reads(started);
    const names = its.entries.map(({ remoteKey }) => remoteKey);
    expect(unique(reads.map(({ role }) => role))).toEqual(unique(its.roles.map(({ id }) => id)));
    expect(unique(reads.map(({ resource }) => resource))).toEqual(unique(names));
    expect(unique(reads.map(({ status }) => status))).toEqual([200]);
  });

  test.each(its.bundles.map((bundle) => [bundle.secretName, bundle] as const))(
    'the Secret %s holds exactly the keys of the catalogue with the bytes of the backend',
    async (name, bundle) => {
      const secret = await world.kubectl.tryGet('secret', name, bundle.namespace);
      expect(decoded(secret?.data)).toEqual(expectedData(bundle, values));
      expect(secret).toMatchObject({ type: bundle.secretType });
      expect(Object.keys(secret?.metadata.labels ?? {}).filter((label) => label in bundle.labels)).toEqual([]);
    },
  );

  test('the same files show no difference once the operator has reconciled', async () => {
    for (const namespace of its.namespaces) await rests(world, namespace);
    for (const folder of its.folders) {
      const { status, output, errors } = await world.kubectl.try(['diff', '--server-side', '-k', folder]);
      expect({ status, output, errors }).toEqual({ status: 0, output: '', errors: '' });
    }
  });

  test('the spec of every live object is that of its file', async () => {
    const objects = (await Promise.all(its.folders.map((folder) => world.kubectl.kustomized(folder)))).flat();
    for (const { kind, metadata, spec } of objects.filter(isSpecified)) {
      const live = await world.kubectl.tryGet(kind, metadata.name, metadata.namespace ?? '');
      expect(live?.spec).toEqual(spec);
    }
  });
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)].sort();
const isSpecified = ({ spec }: KubernetesObject): boolean => spec !== undefined;
