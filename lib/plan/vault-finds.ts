import type { PlannedFind, PlannedProvider, PlannedVaultRole } from '../model';

/**
 * What finding takes in Vault: listing a folder and those in it, and reading what is there. Version 2 lists below
 * `metadata/`, where it keeps the tags too: its custom metadata.
 * @see https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2#acl-rules
 * @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/pkg/provider/vault/client_get_all_secrets.go
 */
export function vaultFinds(
  { mount, version }: Extract<PlannedProvider, { kind: 'vault' }>,
  finds: readonly PlannedFind[],
): PlannedVaultRole['finds'] {
  const rules = new Map<string, Set<string>>();
  const allow = (path: string, ...capabilities: readonly string[]) =>
    rules.set(path, new Set([...(rules.get(path) ?? []), ...capabilities]));
  for (const { path, tags } of finds) {
    if (path === undefined) continue;
    if (version === 'v1') allow(`${mount}/${path}/*`, 'list', 'read');
    else {
      allow(`${mount}/data/${path}/*`, 'read');
      allow(`${mount}/metadata/${path}/*`, 'list', ...(tags ? ['read'] : []));
    }
  }
  return [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, own]) => ({ path, capabilities: [...own].sort() }));
}
