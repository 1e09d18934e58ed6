import type { OutputCheck } from './check';
import { outputPlacesOf } from './support/output-places';
import type { WrittenAzureIdentity } from './support/read-bicep';
import type { WrittenStore } from './support/read-manifests';
import { readingOf, subjectOf } from './support/who-reads';
import { quoted, REPORT_IT } from './support/words';

/** @see https://learn.microsoft.com/azure/key-vault/general/rbac-guide */
export const keyVaultGrantsCoverEveryReadAndNothingMore: OutputCheck = {
  code: 'key-vault-grants-cover-every-read-and-nothing-more',
  severity: 'error',
  summary:
    "In Azure the managed identity of a store trusts the store's own ServiceAccount and may read the secrets that its ExternalSecrets read, and nothing else.",
  catches: 'deparrow: the identity may get every secret of the vault, and its store names no ServiceAccount',
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    const reading = readingOf(written, plan, at);
    const reads = new Map<WrittenStore, Set<string>>();
    for (const sync of written.syncs) {
      for (const store of reading.storesOf(sync)) {
        reads.set(store, new Set([...(reads.get(store) ?? []), ...sync.keys]));
      }
    }
    for (const store of written.stores.filter(({ provider }) => provider === 'azurekv')) {
      const own = written.azureIdentities.filter(
        (it) => it.home === store.home && it.subjects.includes(subjectOf(store.auth)),
      );
      for (const message of flawsOf(own, reads.get(store) ?? new Set())) {
        yield { path: places.store(store), message: `${store.file}: ${message}`, mend: REPORT_IT };
      }
    }
  },
};

// --- internal ---

/** @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security#key-vault-secrets-user */
const KEY_VAULT_SECRETS_USER = '4633458b-17de-408a-b874-0445c86b69e6';

function* flawsOf(identities: readonly WrittenAzureIdentity[], reads: ReadonlySet<string>): Iterable<string> {
  const [identity] = identities;
  if (!identity || identities.length > 1) {
    yield `${identities.length === 0 ? 'no' : 'more than one'} managed identity trusts its ServiceAccount`;
    return;
  }
  const who = `the managed identity ${quoted(identity.name)}`;
  if (new Set(identity.subjects).size > 1)
    yield `${who} trusts several ServiceAccounts: ${identity.subjects.join(', ')}`;
  if (identity.roles.join() !== KEY_VAULT_SECRETS_USER) yield `${who} has roles other than Key Vault Secrets User`;
  for (const name of reads)
    if (!identity.secrets.includes(name)) yield `${who} may not read ${quoted(name)}, which is read`;
  for (const name of identity.secrets)
    if (!reads.has(name)) yield `${who} may read ${quoted(name)}, which nothing reads`;
}
