import type { PlannedEntry } from '../model';
import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { backendKeepingFields } from './support/kept-by-field';
import { hasPlaceholder, quoted } from './support/words';

/** @see https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#object-identifiers */
export const keyVaultNamesFit: PlanCheck = {
  code: 'key-vault-names-fit',
  severity: 'error',
  summary:
    'The secrets of Key Vault have names of 1 to 127 letters, digits and hyphens; there, and wherever each field is a secret of its own, no two fields have one name.',
  *run(plan, at) {
    const urls = new Map(plan.backends.map(({ id, provider }) => [id, JSON.stringify(provider)]));
    const fields = plan.entries.flatMap((entry) =>
      entry.fields.flatMap(({ name, remoteKey }) =>
        remoteKey === undefined || hasPlaceholder(remoteKey) ? [] : [{ entry, name, remoteKey }],
      ),
    );
    for (const { entry, remoteKey } of fields) {
      if (entry.backend !== 'azureKeyVault' || /^[A-Za-z0-9-]{1,127}$/.test(remoteKey)) continue;
      yield {
        path: at.entryName(entry),
        message: `${quoted(remoteKey)} is not a name for Key Vault: 1 to 127 letters, digits and hyphens`,
        mend: "change the entry's `name` or the backend's `entryName`",
      };
    }
    // Key Vault compares names without case.
    const keyOf = ({ entry, remoteKey }: (typeof fields)[number]) =>
      `${urls.get(entry.keeper)} ${entry.backend === 'azureKeyVault' ? remoteKey.toLowerCase() : remoteKey}`;
    for (const [{ entry, name, remoteKey }, earlier] of repeated(fields, keyOf)) {
      yield {
        path: at.entryName(entry),
        message: `the fields ${namesOf(earlier, { entry, name })} are both ${quoted(remoteKey)} in ${backendKeepingFields(entry)}`,
        mend: 'put `{entry}`, `{environment}` or `{field}` into the names, or rename one',
      };
    }
  },
};

// --- internal ---

interface OwnField {
  readonly entry: PlannedEntry;
  readonly name: string;
}

/** Two fields as bundles name them, with their environments where these differ. */
function namesOf(one: OwnField, other: OwnField): string {
  const isApart = one.entry.home !== other.entry.home;
  return [one, other]
    .map(({ entry, name }) => {
      const reference = quoted(name === '' ? entry.entry : `${entry.entry}.${name}`);
      return isApart ? `${reference} of ${entry.home}` : reference;
    })
    .join(' and ');
}
