import type { PlannedVaultRole } from '../../../lib/model';
import { OPERATOR_NAMESPACE } from '../engine/cluster/install';
import { Aws } from './aws';
import { keeperOf } from './backends';
import { engine } from './engine';
import { applyManifests, type EnvironmentPlan } from './environment';
import type { Values } from './expected-data';
import { installValues, uninstallValues } from './helm';
import { Kubectl } from './kubectl';
import type { World } from './syncs';
import { type EntryValue, valueFor } from './values';
import { Vault } from './vault';

/** The engine's cluster and its AWS, and the Vault that an environment reads. */
export async function findWorld(its?: { readonly vaultRoles: readonly Reached[] }): Promise<World> {
  const state = await engine.state();
  const world = { aws: new Aws(state.emulator), kubectl: new Kubectl(state) };
  const hosts = new Set(its?.vaultRoles.map(({ server }) => new URL(server).hostname));
  const [access] = await Promise.all([...hosts].map(engine.vault));
  return access ? { ...world, vault: new Vault(access) } : world;
}

/** A random value for every entry of an environment, by the entry's id. */
export const valuesFor = ({ entries }: EnvironmentPlan): Map<string, EntryValue> =>
  new Map(entries.map((entry) => [entry.id, valueFor(entry)]));

/** Makes its backends hold this environment and nothing else, with these values, and the operator what it is on its cluster. */
export async function deployBackend(world: World, its: EnvironmentPlan, values: Values): Promise<void> {
  const keepers = new Map(its.backends.map((backend) => [backend.id, keeperOf(backend)]));
  for (const keeper of new Set(keepers.values())) await keeper.prepare(world, its);
  for (const entry of its.entries) await keepers.get(entry.keeper)!.put(world, its, entry, values.get(entry.id)!);
  await installValues(world.kubectl, (await engine.state()).operator, its);
}

/** Deploys both sides of an environment; the operator begins to read. */
export async function deploy(world: World, its: EnvironmentPlan, values: Values): Promise<void> {
  await deployBackend(world, its, values);
  await applyManifests(world.kubectl, its);
}

/** Takes the environment's Secrets and what makes them away again, with namespaces that a test has made besides. */
export async function withdraw({ kubectl }: World, its: EnvironmentPlan, ...more: readonly string[]): Promise<void> {
  // A namespace that begins to go before its ExternalSecrets have lost their finalizers takes ten seconds, not three.
  for (const name of its.namespaces) {
    await kubectl.run(['delete', 'externalsecret', '--all', `--namespace=${name}`, '--wait=false']);
  }
  for (const folder of its.folders) await kubectl.run(['delete', '--ignore-not-found', '--wait=false', '-k', folder]);
  const namespaces = [...its.namespaces, ...more].filter((name) => name !== OPERATOR_NAMESPACE);
  if (namespaces.length > 0) {
    await kubectl.run(['delete', 'namespace', '--ignore-not-found', '--wait=false', ...namespaces]);
  }
  await uninstallValues(kubectl, (await engine.state()).operator, its);
}

// --- internal ---

/** As much of who reads Vault as says where it is. */
type Reached = Pick<PlannedVaultRole, 'server'>;
