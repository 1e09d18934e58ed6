import { Aws } from './aws';
import { engine } from './engine';
import { applyManifests, createProviders, deployStacks, type EnvironmentPlan, putValue } from './environment';
import type { Values } from './expected-data';
import { Kubectl } from './kubectl';
import type { World } from './syncs';
import { type EntryValue, valueFor } from './values';

/** The engine's cluster and its AWS. */
export async function findWorld(): Promise<World> {
  const state = await engine.state();
  return { aws: new Aws(state.emulator), kubectl: new Kubectl(state) };
}

/** A random value for every entry of an environment, by the entry's id. */
export const valuesFor = ({ entries }: EnvironmentPlan): Map<string, EntryValue> =>
  new Map(entries.map((entry) => [entry.id, valueFor(entry)]));

/** Makes AWS hold this environment and nothing else, with these values, on a cluster that is its own. */
export async function deployCloud({ aws }: World, its: EnvironmentPlan, values: Values): Promise<void> {
  await aws.reset();
  const issuer = its.clusters[0]?.oidcIssuer;
  if (issuer) await engine.becomeIssuer(issuer);
  await createProviders(aws, its);
  await deployStacks(aws, its);
  for (const { id, remoteKey } of its.entries) await putValue(aws, its, remoteKey, values.get(id)!);
}

/** Deploys both sides of an environment; the operator begins to read. */
export async function deploy(world: World, its: EnvironmentPlan, values: Values): Promise<void> {
  await deployCloud(world, its, values);
  await applyManifests(world.kubectl, its);
}

/** Takes the environment's Secrets and what makes them away again. */
export async function withdraw({ kubectl }: World, { namespaces }: Pick<EnvironmentPlan, 'namespaces'>): Promise<void> {
  // A namespace that begins to go before its ExternalSecrets have lost their finalizers takes ten seconds, not three.
  for (const name of namespaces) {
    await kubectl.run(['delete', 'externalsecret', '--all', `--namespace=${name}`, '--wait=false']);
  }
  await kubectl.run(['delete', 'namespace', ...namespaces, '--wait=false']);
}
