import type { GitopsParts } from '../engine/build/gitops';
import { deployBackend, valuesFor, withdraw } from './deployment';
import { BUILDING } from './engine';
import { type EnvironmentPlan, prepareCluster } from './environment';
import { decoded, expectedData, type Values } from './expected-data';
import { isMerged } from './foreign';
import { applyLikeArgoCd, argoCdHealth, differencesForArgoCd, isReadyForFlux, wavesOf } from './gitops';
import type { KubernetesObject } from './kubectl';
import { eventually, rests, tried, type World } from './syncs';

/** What is deployed, by what, and in which order. */
export interface Deployed {
  readonly world: World;
  readonly parts: GitopsParts;
  readonly its: EnvironmentPlan;
  readonly waves: readonly (readonly KubernetesObject[])[];
  readonly values: Values;
}

/** Makes all that an environment needs before something deploys it, and nothing that this brings itself. */
export async function prepareWaves(world: World, parts: GitopsParts, its: EnvironmentPlan): Promise<Deployed> {
  const values = valuesFor(its);
  await deployBackend(world, its, values);
  await prepareCluster(world.kubectl, its);
  const waves = await wavesOf(world.kubectl, its);
  return { world, parts, its, waves, values };
}

/**
 * Applies wave after wave, each once the one before is healthy for Argo CD by the scripts that it has for the kinds.
 * @returns what went wrong meanwhile, as the operator's events say
 */
export async function deployInWaves({ world, parts, its, waves }: Deployed): Promise<string[]> {
  const before = await warnings(world, its.namespaces);
  for (const wave of waves) {
    await applyLikeArgoCd(world.kubectl, wave);
    await eventually('the wave is healthy', world, its.namespaces[0]!, async () =>
      (await live(world, wave)).every((object) => ['Healthy', undefined].includes(argoCdHealth(parts, object)?.status)),
    );
  }
  const after = await warnings(world, its.namespaces);
  return [...after].flatMap(([id, message]) => (before.has(id) ? [] : [message]));
}

/**
 * The tests of an environment that Argo CD or Flux deploys.
 * @param kustomization one that Flux is given
 */
export function provesWaves(
  found: () => Promise<{ readonly world: World; readonly parts: GitopsParts; readonly its: EnvironmentPlan }>,
  kustomization: KubernetesObject,
): void {
  let deployed: Deployed;

  beforeAll(async () => {
    const { world, parts, its } = await found();
    deployed = await prepareWaves(world, parts, its);
  }, BUILDING);

  afterAll(() => withdraw(deployed.world, deployed.its));

  test('each wave is healthy for Argo CD before the next begins, and nothing ever fails', async () => {
    expect(await deployInWaves(deployed)).toEqual([]);
  });

  test('what is healthy is ready for Flux, and its Secrets hold what is planned', async () => {
    const { world, its, waves, values } = deployed;
    const ready = (await live(world, waves.flat())).map((object) => isReadyForFlux(kustomization, object));
    expect(ready).toContain(true);
    expect(ready).not.toContain(false);
    for (const bundle of its.bundles.filter((it) => !isMerged(it))) {
      const secret = await world.kubectl.tryGet('secret', bundle.secretName, bundle.namespace);
      expect(decoded(secret?.data)).toEqual(expectedData(bundle, values));
    }
  });

  test('Argo CD finds no difference once the operator has reconciled', async () => {
    const { world, parts, its, waves } = deployed;
    for (const namespace of its.namespaces) await tried(world, namespace);
    await rests(world, its.namespaces[0]!);
    expect(await differencesForArgoCd(parts, world.kubectl, waves.flat())).toEqual([]);
  });
}

/** Those of the objects that are there, as they are now. */
export async function live(world: World, objects: readonly KubernetesObject[]): Promise<KubernetesObject[]> {
  const found = objects.map(({ kind, metadata }) =>
    world.kubectl.tryGet(kind, metadata.name, metadata.namespace ?? ''),
  );
  return (await Promise.all(found)).flatMap((object) => object ?? []);
}

// --- internal ---

interface Event {
  readonly metadata: { readonly uid: string; readonly resourceVersion: string };
  readonly type: string;
  readonly message: string;
  readonly involvedObject: { readonly apiVersion: string };
}

/** What the operator has ever warned of in some namespaces; an event that comes again is another one. */
async function warnings({ kubectl }: World, namespaces: readonly string[]): Promise<Map<string, string>> {
  const lists = namespaces.map((namespace) => kubectl.list('events', namespace));
  const events = (await Promise.all(lists)).flat() as unknown as Event[];
  const own = events.filter(
    ({ type, involvedObject }) => type === 'Warning' && involvedObject.apiVersion.startsWith('external-secrets.io/'),
  );
  return new Map(own.map(({ metadata, message }) => [`${metadata.uid} ${metadata.resourceVersion}`, message]));
}
