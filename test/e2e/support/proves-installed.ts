import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';
import { containerIn, deploymentIn } from './chart';
import { backendOf } from './backends';
import { deployBackend, findWorld, valuesFor, withdraw } from './deployment';
import { BUILDING, engine } from './engine';
import { applyManifests, type EnvironmentPlan } from './environment';
import { decoded, expectedData, type Values } from './expected-data';
import { chartText, valuesFile } from './helm';
import type { KubernetesObject } from './kubectl';
import { allReady, eventually, forceSync, type World } from './syncs';

/** What Helm has printed, as objects. */
export const objectsIn = (printed: string): KubernetesObject[] =>
  parseAllDocuments(printed).flatMap((document) => (document.toJS() as KubernetesObject | null) ?? []);

/**
 * The tests of an environment whose operator is the one that its chart makes of the cluster's values: with its
 * arguments, variables and rights and no other.
 * @param args those beside the ones that are always the same
 */
export function provesInstalled(planned: () => Promise<EnvironmentPlan>, args: readonly string[]): void {
  let its: EnvironmentPlan;
  let world: World;
  let values: Values;
  let objects: KubernetesObject[];
  let started: number;

  beforeAll(async () => {
    its = await planned();
    world = await findWorld(its);
    values = valuesFor(its);
    await deployBackend(world, its, values);
    const [operator] = its.operators;
    const file = readFileSync(valuesFile(its.dist, operator!), 'utf8');
    objects = objectsIn(await chartText(operator!.version, operator!.namespace, file));
    await engine.runInstalled(objects);
    started = Date.now();
    await applyManifests(world.kubectl, its);
  }, BUILDING);

  afterAll(async () => {
    await withdraw(world, its);
    await engine.runUsual();
  });

  test('runs with the arguments and the variables of its values', async () => {
    expect(containerIn(objects).args).toEqual([...args, ...ALWAYS]);
  });

  test('syncs', async () => {
    for (const namespace of its.namespaces) await allReady(world, namespace);
    for (const bundle of its.bundles) {
      const secret = await world.kubectl.tryGet('secret', bundle.secretName, bundle.namespace);
      expect(decoded(secret?.data)).toEqual(expectedData(bundle, values));
    }
    const backend = backendOf(its.environment);
    expect(await backend.asked(world, its, started)).toEqual(backend.planned(its));
  });
}

// --- internal ---

const ALWAYS = ['--metrics-addr=:8080', '--loglevel=info', '--zap-time-encoding=epoch'];
