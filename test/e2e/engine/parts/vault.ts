import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_PROCESSES } from '../build/run';
import type { VaultPrograms } from '../build/vault';
import type { PartSpec } from './part';
import { speaks } from './probe';
import { logOf, type Site } from './site';
import { askVault, type VaultAccess } from './vault-api';

/** HashiCorp Vault. What it holds is in its memory; it is closed until `openVault`. */
export function vault(programs: VaultPrograms, site: Site, port: number): PartSpec {
  return {
    name: 'vault-server',
    command: 'unshare',
    // A plugin outlives a Vault that is killed, unless they have processes of their own.
    args: [...OWN_PROCESSES, '--', programs.vault, 'server', `-config=${writeConfig(programs, site, port)}`],
    log: logOf('vault', site),
    ready: () => speaks(`${addressOf(port)}/v1/sys/health`),
  };
}

/** Vault without the proxy before it. */
export type OpenVault = Omit<VaultAccess, 'privateAuthority'>;

/** Makes a new Vault usable: initialized, unsealed, its plugins known, and its requests written down. */
export async function openVault({ vault, plugins }: VaultPrograms, site: Site, port: number): Promise<OpenVault> {
  const address = addressOf(port);
  const nobody = { address, token: '' };
  const made = await askVault<Initialized>(nobody, 'POST', 'sys/init', { secret_shares: 1, secret_threshold: 1 });
  await askVault(nobody, 'POST', 'sys/unseal', { key: made.keys[0] });
  const access = { address, token: made.root_token, program: vault, audit: logOf('vault-audit', site) };
  const sha256 = createHash('sha256')
    .update(readFileSync(join(plugins, 'kubernetes')))
    .digest('hex');
  await askVault(access, 'POST', 'sys/plugins/catalog/auth/kubernetes', { command: 'kubernetes', sha256 });
  await askVault(access, 'POST', 'sys/audit/file', { type: 'file', options: { file_path: access.audit } });
  return access;
}

// --- internal ---

interface Initialized {
  readonly keys: readonly string[];
  readonly root_token: string;
}

const addressOf = (port: number): string => `http://127.0.0.1:${port}`;

/** @see https://developer.hashicorp.com/vault/docs/configuration */
function writeConfig({ plugins }: VaultPrograms, site: Site, port: number): string {
  const file = join(site.folder, 'vault.json');
  const config = {
    storage: { inmem: {} },
    listener: { tcp: { address: `127.0.0.1:${port}`, tls_disable: true } },
    // it would listen for its like on the next port, which may be anybody's
    disable_clustering: true,
    plugin_directory: plugins,
    disable_mlock: true,
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}
