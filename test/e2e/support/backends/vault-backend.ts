import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedProvider, PlannedVaultRole } from '../../../../lib/model';
import { engine } from '../engine';
import type { EnvironmentPlan } from '../environment';
import type { World } from '../syncs';
import type { Vault } from '../vault';
import { clusterForVault } from '../vault-cluster';
import type { Backend } from './backend';

/** A real Vault, in which a person runs the commands that our policies begin with. */
export const vaultBackend: Backend = {
  async prepare(world, its) {
    const vault = vaultIn(world);
    await vault.reset();
    const cluster = await clusterForVault(await engine.state());
    for (const mount of unique(its.vaultRoles.map(({ mount }) => mount))) await vault.enableKubernetes(mount, cluster);
    const { mount, version } = providerOf(its);
    await vault.enableKv(mount, version);
    for (const role of its.vaultRoles) await giveAccess(vault, its.dist, role);
  },
  put: (world, its, entry, value) =>
    vaultIn(world).put(
      providerOf(its).mount,
      entry.remoteKey,
      typeof value === 'string' ? { [entry.fields[0]!.property!]: value } : value,
    ),
  async take(world, its, { remoteKey }) {
    const { mount } = providerOf(its);
    await vaultIn(world).delete(mount, remoteKey);
    return () => vaultIn(world).undelete(mount, remoteKey);
  },
  reading: () => 'the operator asks Vault as the planned role, and for nothing but the entries and its own token',
  async asked(world, { vaultRoles }, since) {
    const requests = vaultIn(world).requests(since);
    return unique(
      requests
        .filter(({ role }) => vaultRoles.some(({ name }) => name === role))
        .map(({ role, operation, path, error = '' }) => `${role} ${operation} ${path} ${error}`.trim()),
    );
  },
  planned: ({ vaultRoles }) =>
    unique(
      vaultRoles.flatMap(({ name, paths }) => [
        ...paths.map((path) => `${name} read ${path}`),
        `${name} read auth/token/lookup-self`,
        `${name} update auth/token/revoke-self`,
      ]),
    ),
};

/** Runs the commands that a role's policy says of itself, where its file is; gives what each printed. */
export async function giveAccess(vault: Vault, dist: string, { home, policy }: PlannedVaultRole): Promise<string[]> {
  const folder = join(dist, 'vault', home);
  const commands = readFileSync(join(folder, `policy-${policy}.hcl`), 'utf8').match(/(?<=^# {3})vault .*$/gm) ?? [];
  const printed = [];
  for (const command of commands) printed.push(await vault.run(command, folder));
  return printed;
}

/** The Vault that an environment reads. */
export function providerOf({ environment: { id }, backends }: EnvironmentPlan): VaultProvider {
  const found = backends.flatMap(({ provider }) => (provider?.kind === 'vault' ? [provider] : []))[0];
  if (!found) throw new Error(`${id} reads no Vault`);
  return found;
}

export function vaultIn({ vault }: World): Vault {
  if (!vault) throw new Error('this world has no Vault');
  return vault;
}

// --- internal ---

type VaultProvider = Extract<PlannedProvider, { kind: 'vault' }>;

const unique = (list: readonly string[]): string[] => [...new Set(list)].sort();
