import type { OutputFile } from '../../model';
import { textAt, textsAt } from './json-at';
import { homeOf } from './read-manifests';

/** A policy of Vault. */
export interface WrittenVaultPolicy {
  readonly home: string;
  readonly file: string;
  readonly name: string;
  readonly rules: readonly { readonly path: string; readonly capabilities: readonly string[] }[];
}

/** A role of Vault's Kubernetes auth method. */
export interface WrittenVaultRole {
  readonly home: string;
  readonly file: string;
  readonly name: string;
  readonly serviceAccounts: readonly string[];
  readonly namespaces: readonly string[];
  readonly policies: readonly string[];
  readonly audience: string;
}

export interface VaultFiles {
  readonly vaultPolicies: readonly WrittenVaultPolicy[];
  readonly vaultRoles: readonly WrittenVaultRole[];
}

export function readVault(files: readonly OutputFile[]): VaultFiles {
  const named = files.flatMap(({ path, text }) => {
    const [, kind, name] = /^vault\/.*\/(policy|role)-([^/]+)\.(hcl|json)$/.exec(path) ?? [];
    return name === undefined ? [] : [{ kind, name, home: homeOf(path), file: path, text }];
  });
  return {
    vaultPolicies: named
      .filter(({ kind }) => kind === 'policy')
      .map((file) => ({ ...file, rules: rulesIn(file.text) })),
    vaultRoles: named.filter(({ kind }) => kind === 'role').map((file) => ({ ...file, ...roleIn(file.text) })),
  };
}

// --- internal ---

/** @see https://developer.hashicorp.com/vault/docs/concepts/policies#policy-syntax */
function rulesIn(text: string): WrittenVaultPolicy['rules'] {
  const blocks = [...text.matchAll(/path\s+"([^"]*)"\s*\{\s*capabilities\s*=\s*\[([^\]]*)\]\s*\}/g)];
  return blocks.map(([, path = '', list = '']) => ({
    path,
    capabilities: [...list.matchAll(/"([^"]*)"/g)].map(([, capability = '']) => capability),
  }));
}

function roleIn(text: string) {
  const role: unknown = JSON.parse(text);
  return {
    serviceAccounts: textsAt(role, 'bound_service_account_names'),
    namespaces: textsAt(role, 'bound_service_account_namespaces'),
    policies: textsAt(role, 'token_policies'),
    audience: textAt(role, 'audience') ?? '',
  };
}
