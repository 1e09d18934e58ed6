import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type Build, built } from './cache';
import { go, goModule, LOCKS } from './go';

/** HashiCorp Vault, and a folder with the plugins that it lacks. */
export interface VaultPrograms {
  readonly vault: string;
  readonly plugins: string;
}

/** Builds Vault unless it is there. */
export async function vaultPrograms(progress: (line: string) => void): Promise<VaultPrograms> {
  const folder = await built(VAULT, progress);
  return { vault: join(folder, 'vault'), plugins: join(folder, 'plugins') };
}

// --- internal ---

const PROGRAM = 'github.com/hashicorp/vault';
const KUBERNETES = 'github.com/hashicorp/vault-plugin-auth-kubernetes/cmd/vault-plugin-auth-kubernetes';

/** What stands in for the search for other servers, which needs the client libraries of fourteen clouds. */
const NO_DISCOVERY = ['go.mod', 'discover.go', 'provider/k8s/k8s.go'].map((file) =>
  join(LOCKS, 'vault', 'no-discovery', file),
);

/**
 * The whole Vault holds every storage, database and cloud that it knows, and takes three times as long to build. The
 * minimal one has KV; authentication by Kubernetes, a module of its own in both, is a plugin here.
 */
const VAULT: Build = {
  name: 'vault',
  locks: [...goModule('vault').locks, ...NO_DISCOVERY],
  recipe: 'vault, minimal, and a plugin for Kubernetes',
  async make(folder) {
    const options = ['-trimpath', '-tags=minimal', '-ldflags=-s -w', '-o', `${folder}/`];
    await go('vault', 'build', ...options, PROGRAM, KUBERNETES);
    mkdirSync(join(folder, 'plugins'));
    // a plugin is called what it is enabled as
    renameSync(join(folder, 'vault-plugin-auth-kubernetes'), join(folder, 'plugins', 'kubernetes'));
  },
};
