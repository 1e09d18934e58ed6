import { join } from 'node:path';
import { argocd, buildPlan, type Catalogue, eksCluster, irsa, secretsManager } from 'keywright';
import { renderManifests } from 'keywright/kubernetes';
import { fleetProject } from '../fleet';
import { type GitopsParts, gitopsParts } from './engine/build/gitops';
import { installDefinitions, removeDefinitions } from './support/definitions';
import { deployBackend, findWorld, valuesFor, withdraw } from './support/deployment';
import { BUILDING } from './support/engine';
import { type EnvironmentPlan, ensureNamespace } from './support/environment';
import {
  applyLikeArgoCd,
  argoCdHealth,
  differencesForArgoCd,
  type Health,
  isReadyForFlux,
  wavesOf,
} from './support/gitops';
import { chartObjects } from './support/helm';
import type { KubernetesObject } from './support/kubectl';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { becomes, eventually, forceSync, rests, type World } from './support/syncs';
import { temporaryDist } from './support/temporary-dist';

const plan = buildPlan(fleetProject);
const dist = temporaryDist(renderManifests(plan));
const NAMESPACES = ['argocd', 'flux-system'];

let world: World;
let parts: GitopsParts;

beforeAll(async () => {
  world = await findWorld();
  parts = await gitopsParts(() => undefined);
  await installDefinitions(world.kubectl, parts.crds);
  for (const namespace of NAMESPACES) await ensureNamespace(world.kubectl, namespace);
}, BUILDING);

afterAll(async () => {
  await removeDefinitions(world.kubectl, parts.crds);
  await world.kubectl.run(['delete', 'namespace', '--ignore-not-found', '--wait=false', ...NAMESPACES]);
});

describe('what Argo CD and Flux are told', () => {
  const homes = plan.gitops.flatMap((tree) =>
    tree.kind === 'argocd' ? [tree.home, tree.folder] : [tree.home, tree.folder, `${tree.home}/operator`],
  );
  const folders = homes.map((home) => join(dist, 'kubernetes', home));

  test('is accepted by their definitions, strictly and without a warning', async () => {
    for (const folder of folders) {
      const args = ['apply', '--server-side', '--validate=strict', '-k', folder];
      const { status, errors } = await world.kubectl.try(args);
      expect({ folder, status, errors }).toEqual({ folder, status: 0, errors: '' });
    }
  });

  test('is of all five kinds', async () => {
    const objects = await Promise.all(folders.map((folder) => world.kubectl.kustomized(folder)));
    const kinds = new Set(objects.flat().map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'Application',
      'ApplicationSet',
      'HelmRelease',
      'HelmRepository',
      'Kustomization',
    ]);
  });

  test('shows no difference once it is applied: their definitions fill nothing in', async () => {
    for (const folder of folders) {
      const { status, output, errors } = await world.kubectl.try(['diff', '--server-side', '-k', folder]);
      expect({ folder, status, output, errors }).toEqual({ folder, status: 0, output: '', errors: '' });
    }
  });

  test('has values that the chart of the operator takes', async () => {
    const objects = (await Promise.all(folders.map((folder) => world.kubectl.kustomized(folder)))).flat();
    const values = objects.flatMap(({ spec }) => valuesIn(spec) ?? []);
    expect(values).toHaveLength(plan.operators.length);
    for (const value of values) {
      const rendered = await chartObjects('0.20.4', 'external-secrets', JSON.stringify(value));
      const replicas = rendered.flatMap(({ kind, spec }) => (kind === 'Deployment' ? (spec as Scaled).replicas : []));
      expect(replicas).toEqual(Array(3).fill((value as { replicaCount?: number }).replicaCount ?? 1));
    }
  });

  test('is refused when a field of it is misspelt', async () => {
    const [application] = await world.kubectl.kustomized(folders[0]!);
    const spec = { ...(application!.spec as object), syncPolicies: {} };
    const args = ['apply', '--server-side', '--validate=strict', '--dry-run=server', '--filename=-'];
    const { status, errors } = await world.kubectl.try(args, JSON.stringify({ ...application, spec }));
    expect({ status, errors }).toEqual({ status: 1, errors: expect.stringContaining('.spec.syncPolicies') });
  });
});

const NAMESPACE = 'waves';
const catalogue: Catalogue = {
  system: 'waves',
  environments: ['production'],
  namespace: NAMESPACE,
  entries: { app: { fields: { TOKEN: {} } } },
  // Its name comes before those of the stores: by name alone Argo CD would begin with it.
  bundles: { 'a-sync': { all: ['app'] } },
};

describe.each(['SecretStore', 'ClusterSecretStore'] as const)('with a %s, deployed wave after wave', (kind) => {
  let its: EnvironmentPlan;
  let waves: KubernetesObject[][];
  let objects: KubernetesObject[];

  beforeAll(async () => {
    its = await renderSample(catalogue, environmentWith(kind));
    await deployBackend(world, its, valuesFor(its));
    for (const namespace of its.namespaces) await ensureNamespace(world.kubectl, namespace);
    waves = await wavesOf(world.kubectl, its);
    objects = waves.flat();
  });

  afterAll(() => withdraw(world, its));

  test('the stores come before what reads from them', () => {
    const kinds = waves.map((wave) => wave.map((object) => object.kind));
    expect(kinds.at(-1)).toEqual(['ExternalSecret']);
    expect(kinds.slice(0, -1).flat()).toContain(kind);
  });

  test('nothing is healthy before the operator has seen it, neither for Argo CD nor for Flux', () => {
    for (const object of objects) {
      expect(argoCdHealth(parts, object)?.status ?? 'Progressing').toBe('Progressing');
      expect(isReadyForFlux(kustomization(), object) ?? false).toBe(false);
    }
  });

  test('each wave is healthy before the next begins, and nothing ever fails', async () => {
    for (const wave of waves) {
      await applyLikeArgoCd(world.kubectl, wave);
      await eventually('the wave is healthy', world, NAMESPACE, async () =>
        (await live(wave)).every((object) => ['Healthy', undefined].includes(argoCdHealth(parts, object)?.status)),
      );
    }
    expect(await warnings()).toEqual([]);
    expect((await world.kubectl.tryGet('secret', 'a-sync', NAMESPACE))?.data).toHaveProperty('TOKEN');
  });

  test('Flux takes for ready what is healthy for Argo CD', async () => {
    const found = (await live(objects)).map((object) => [object.kind, isReadyForFlux(kustomization(), object)]);
    expect(found.filter(([, ready]) => ready !== undefined)).toEqual(
      expect.arrayContaining([
        [kind, true],
        ['ExternalSecret', true],
      ]),
    );
    expect(found.map(([, ready]) => ready)).not.toContain(false);
  });

  test('a sync that is forced by an annotation is no difference for Argo CD', async () => {
    await forceSync(world, NAMESPACE, 'a-sync');
    await rests(world, NAMESPACE);
    expect(await differencesForArgoCd(world.kubectl, objects)).toBe('');
  });

  test('a changed spec is one', async () => {
    const changed = objects.map((object) =>
      object.kind === 'ExternalSecret'
        ? { ...object, spec: { ...(object.spec as object), refreshInterval: '2h0m0s' } }
        : object,
    );
    expect(await differencesForArgoCd(world.kubectl, changed)).toContain('+  refreshInterval: 2h0m0s');
  });

  test('the Secret has nothing by which Argo CD would take it for its own', async () => {
    const sync = await world.kubectl.tryGet('externalsecret', 'a-sync', NAMESPACE);
    expect(JSON.stringify(sync?.metadata.annotations)).toContain('argocd.argoproj.io/tracking-id');
    const { labels = {}, annotations = {} } = (await world.kubectl.tryGet('secret', 'a-sync', NAMESPACE))!.metadata;
    const names = [...Object.keys(labels), ...Object.keys(annotations)];
    expect(names.filter((name) => /argocd|app\.kubernetes\.io/.test(name))).toEqual([]);
  });

  test('a sync whose entry nobody may read is Degraded for Argo CD, with the reason, and not ready for Flux', async () => {
    const sync = objects.find((object) => object.kind === 'ExternalSecret')!;
    const broken = { ...named(sync, 'broken'), spec: elsewhere(sync.spec) };
    await applyLikeArgoCd(world.kubectl, [broken]);
    await becomes(false, world, NAMESPACE, 'broken');
    expect(await healthOf(broken)).toEqual({ status: 'Degraded', message: expect.stringContaining('could not get') });
    expect(isReadyForFlux(kustomization(), (await live([broken]))[0]!)).toBe(false);
  });

  test('a store whose ServiceAccount does not exist is Degraded, and not ready for Flux', async () => {
    const store = objects.find((object) => object.kind === kind)!;
    const text = JSON.stringify(store.spec).replace(/"name":"[^"]*"/, '"name":"nobody"');
    const broken = { ...named(store, 'broken'), spec: JSON.parse(text) as unknown };
    await applyLikeArgoCd(world.kubectl, [broken]);
    await eventually(
      'the store is seen',
      world,
      NAMESPACE,
      async () => (await healthOf(broken))?.status !== 'Progressing',
    );
    expect((await healthOf(broken))?.status).toBe('Degraded');
    expect(isReadyForFlux(kustomization(), (await live([broken]))[0]!)).toBe(false);
    await world.kubectl.run(['delete', kind, 'broken', `--namespace=${NAMESPACE}`]);
  });
});

// --- internal ---

const gitops = argocd({ name: 'fleet', repoURL: 'https://git.example.com/secrets.git' });

function environmentWith(kind: 'SecretStore' | 'ClusterSecretStore') {
  const stores = { shared: { identity: irsa({ serviceAccount: 'reader' }) } };
  const shared = { kind: 'ClusterSecretStore', name: 'shared' } as const;
  // The operator that runs here was installed by nobody's GitOps.
  const operator = { ...SAMPLE_CLUSTER.operator, install: 'none' } as const;
  return {
    name: 'production',
    cluster: eksCluster({ ...SAMPLE_CLUSTER, operator, gitops, ...(kind !== 'SecretStore' && { stores }) }),
    backend: secretsManager(),
    ...(kind !== 'SecretStore' && { store: shared }),
  };
}

interface Scaled {
  readonly replicas: number;
}

/** What Argo CD or Flux gives to a chart. */
const valuesIn = (spec: unknown): object | undefined => {
  const { values, source } = spec as { values?: object; source?: { helm?: { valuesObject: object } } };
  return values ?? source?.helm?.valuesObject;
};

/** One that Flux is given for an environment. */
const kustomization = (): KubernetesObject =>
  renderManifests(plan)
    .flatMap((file) => file.objects as readonly KubernetesObject[])
    .find(({ kind, metadata }) => kind === 'Kustomization' && metadata.name === 'shop-edge')!;

async function live(objects: readonly KubernetesObject[]): Promise<KubernetesObject[]> {
  const found = objects.map(({ kind, metadata }) =>
    world.kubectl.tryGet(kind, metadata.name, metadata.namespace ?? ''),
  );
  return (await Promise.all(found)).flatMap((object) => object ?? []);
}

async function healthOf(object: KubernetesObject): Promise<Health | undefined> {
  const [found] = await live([object]);
  return found && argoCdHealth(parts, found);
}

const named = (object: KubernetesObject, name: string): KubernetesObject => ({
  ...object,
  metadata: { ...object.metadata, name },
});

/** A sync of another entry into another Secret. */
const elsewhere = (spec: unknown): unknown =>
  JSON.parse(JSON.stringify(spec).replaceAll('waves/production/app', 'other/app').replaceAll('"a-sync"', '"broken"'));

/** What went wrong in the namespace, as the operator's events say. */
async function warnings(): Promise<string[]> {
  const events = (await world.kubectl.list('events', NAMESPACE)) as unknown as { type: string; message: string }[];
  return events.filter(({ type }) => type === 'Warning').map(({ message }) => message);
}
