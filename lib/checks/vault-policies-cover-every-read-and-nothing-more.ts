import type { OutputCheck } from './check';
import { outputPlacesOf } from './support/output-places';
import type { WrittenStore, WrittenSync } from './support/read-manifests';
import type { Written } from './support/read-output';
import type { WrittenVaultPolicy } from './support/read-vault';
import { readingOf } from './support/who-reads';
import { listed, quoted, REPORT_IT } from './support/words';

/** @see https://developer.hashicorp.com/vault/docs/concepts/policies */
export const vaultPoliciesCoverEveryReadAndNothingMore: OutputCheck = {
  code: 'vault-policies-cover-every-read-and-nothing-more',
  severity: 'error',
  summary: "In Vault a store's role may read the paths that its ExternalSecrets read, and nothing else.",
  catches: 'deparrow: the policy lets read every path below `secret/data/deparrow/`',
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    const reading = readingOf(written, plan, at);
    const reads = new Map<WrittenStore, Map<string, Set<string>>>();
    for (const sync of written.syncs) {
      for (const store of reading.storesOf(sync)) {
        const paths = reads.get(store) ?? new Map<string, Set<string>>();
        reads.set(store, paths);
        for (const [path, capability] of readsOf(sync, store)) {
          paths.set(path, (paths.get(path) ?? new Set()).add(capability));
        }
      }
    }
    for (const store of written.stores) {
      if (!store.vault) continue;
      for (const message of flawsOf(policiesOf(store, written), reads.get(store) ?? new Map())) {
        yield {
          path: places.store(store),
          message: `the role ${quoted(store.vault.role)} ${message}`,
          mend: REPORT_IT,
        };
      }
    }
  },
};

// --- internal ---

/** The operator looks at its own token and gives it back. */
const isOfItsToken = ({ path, capabilities }: WrittenVaultPolicy['rules'][number]): boolean =>
  ['read auth/token/lookup-self', 'update auth/token/revoke-self'].includes(`${capabilities.join()} ${path}`);

const pathOf = ({ vault }: WrittenStore, key: string): string =>
  vault?.version === 'v1' ? `${vault.mount}/${key}` : `${vault?.mount}/data/${key}`;

/** Paths and what is done with each. Finding lists folders, where version 2 has the tags as well, and reads what is there. */
function readsOf({ keys, finds }: WrittenSync, store: WrittenStore): (readonly [path: string, capability: string])[] {
  const [values, lists] = store.vault?.version === 'v1' ? ['', ''] : ['data/', 'metadata/'];
  const below = (kind: string, path: string) => `${store.vault?.mount}/${kind}${path}/*`;
  return [
    ...keys.map((key) => [pathOf(store, key), 'read'] as const),
    ...finds.flatMap(({ path, byTags }) => [
      [below(values, path), 'read'] as const,
      [below(lists, path), 'list'] as const,
      ...(byTags ? [[below(lists, path), 'read'] as const] : []),
    ]),
  ];
}

function policiesOf({ home, vault }: WrittenStore, { vaultRoles, vaultPolicies }: Written): WrittenVaultPolicy[] {
  const names = vaultRoles
    .filter((role) => role.home === home && role.name === vault?.role)
    .flatMap((it) => it.policies);
  return vaultPolicies.filter((policy) => policy.home === home && names.includes(policy.name));
}

function* flawsOf(
  policies: readonly WrittenVaultPolicy[],
  reads: ReadonlyMap<string, ReadonlySet<string>>,
): Iterable<string> {
  const rules = policies.flatMap((policy) => policy.rules).filter((rule) => !isOfItsToken(rule));
  const granted = new Set(rules.map(({ path }) => path));
  for (const path of reads.keys()) if (!granted.has(path)) yield `may not read ${quoted(path)}, which is read`;
  for (const { path, capabilities } of rules) {
    if (!reads.has(path)) yield `may read ${quoted(path)}, which nothing reads`;
    const needed = [...(reads.get(path) ?? ['read'])].sort();
    if ([...capabilities].sort().join() === needed.join()) continue;
    yield `may ${capabilities.join(', ')} ${quoted(path)}: what is read there takes ${listed(needed)}`;
  }
}
