import { backendOf } from './backends';
import { type ChartContainer, containerIn, deploymentIn, variablesOf } from './chart';
import { deployBackend, findWorld, valuesFor, withdraw } from './deployment';
import { BUILDING, engine } from './engine';
import { applyManifests, type EnvironmentPlan, ensureNamespace } from './environment';
import { decoded, expectedData, type Values } from './expected-data';
import { chartObjects, valuesText } from './helm';
import { argumentsOf, childrenOf, environmentOf } from './process';
import { allReady, type World } from './syncs';

/** An environment, and the engine that reads it. */
export interface Installed {
  readonly its: EnvironmentPlan;
  readonly world: World;
}

/**
 * The tests of an environment whose operator is the one that its chart makes of the cluster's values: with its
 * arguments, variables and rights and no other.
 * @param args those that follow from the values, before the ones that are always the same
 * @param more further tests of it
 */
export function provesInstalled(
  planned: () => Promise<EnvironmentPlan>,
  args: readonly string[],
  more: (installed: () => Installed) => void = () => undefined,
): void {
  let installed: Installed;
  let container: ChartContainer;
  let replicas: number;
  let values: Values;
  let started: number;

  beforeAll(async () => {
    const its = await planned();
    const world = await findWorld(its);
    installed = { its, world };
    values = valuesFor(its);
    await deployBackend(world, its, values);
    // Rights that end at a namespace are in it, and so it is there before.
    for (const name of its.namespaces) await ensureNamespace(world.kubectl, name);
    const [operator] = its.operators;
    const objects = await chartObjects(operator!.version, operator!.namespace, valuesText(its.dist, operator!));
    container = containerIn(objects);
    replicas = deploymentIn(objects).replicas;
    await engine.runInstalled(objects);
    started = Date.now();
    await applyManifests(world.kubectl, its);
  }, BUILDING);

  afterAll(async () => {
    await withdraw(installed.world, installed.its);
    await engine.runUsual();
  });

  test('runs with the arguments and the variables that its chart gives it', async () => {
    const pods = await podsOf();
    expect(pods).toHaveLength(replicas);
    for (const pid of pods) {
      expect(argumentsOf(pid).slice(1)).toEqual([...args, ...ALWAYS]);
      expect(environmentOf(pid)).toMatchObject(variablesOf(container));
    }
    expect(container.args).toEqual([...args, ...ALWAYS]);
  });

  test('syncs everything, and reads as planned', async () => {
    const { its, world } = installed;
    for (const namespace of its.namespaces) await allReady(world, namespace);
    for (const bundle of its.bundles) {
      const secret = await world.kubectl.tryGet('secret', bundle.secretName, bundle.namespace);
      expect(decoded(secret?.data)).toEqual(expectedData(bundle, values));
    }
    const backend = backendOf(its.environment);
    expect(await backend.asked(world, its, started)).toEqual(backend.planned(its));
  });

  more(() => installed);
}

// --- internal ---

const ALWAYS = ['--metrics-addr=:8080', '--loglevel=info', '--zap-time-encoding=epoch'];

/** The operator's processes: each is alone in its enclosure. */
async function podsOf(): Promise<number[]> {
  const { parts } = await engine.state();
  const enclosures = parts.filter(({ name }) => /^external-secrets(-\d+)?$/.test(name));
  return enclosures.flatMap(({ pid }) => childrenOf(pid!));
}
