import { buildPlan } from 'keywright';
import project from '../../environments';
import { Aws } from './support/aws';
import { engine } from './support/engine';
import {
  applyManifests,
  createProviders,
  deployStacks,
  type EnvironmentPlan,
  environmentPlan,
  putValue,
} from './support/environment';
import { decoded, expectedData } from './support/expected-data';
import { Kubectl, type KubernetesObject } from './support/kubectl';
import { allReady, type World } from './support/syncs';
import { type EntryValue, valueFor } from './support/values';

const plan = buildPlan(project);
// A system that is added to environments/index.ts is here at once. Those of one system, which may share a namespace,
// do not follow one another: deleting one takes ten seconds.
const environments = plan.environments
  .filter(({ backend }) => backend === 'secretsManager')
  .sort((a, b) => a.name.localeCompare(b.name));
describe.each(environments)('$id', (environment) => {
  const its: EnvironmentPlan = environmentPlan(plan, environment);
  const values = new Map<string, EntryValue>(its.entries.map((entry) => [entry.id, valueFor(entry)]));
  let world: World;
  let started: number;
  let warnings: string;

  beforeAll(async () => {
    const state = await engine.state();
    world = { aws: new Aws(state.emulator), kubectl: new Kubectl(state) };
    await world.aws.reset();
    for (const { oidcIssuer } of its.clusters.slice(0, 1)) if (oidcIssuer) await engine.becomeIssuer(oidcIssuer);
    await createProviders(world.aws, its);
    await deployStacks(world.aws, its);
    for (const entry of its.entries) await putValue(world.aws, its, entry.remoteKey, values.get(entry.id)!);
    started = Date.now();
    warnings = await applyManifests(world.kubectl, its);
  });

  afterAll(async () => {
    await world.kubectl.run(['delete', 'namespace', ...its.namespaces, '--wait=false']);
  });

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
});

// --- internal ---

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)].sort();
const isSpecified = ({ spec }: KubernetesObject): boolean => spec !== undefined;
