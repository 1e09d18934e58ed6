import type { PlannedEntry } from '../../model';

/** The backend of an entry whose every field is a secret of its own, as a message calls it; none where it is not so. */
export function backendKeepingFields({ backend, fields }: PlannedEntry): string | undefined {
  if (backend === 'azureKeyVault') return 'Key Vault';
  return fields.some(({ remoteKey }) => remoteKey !== undefined) ? `\`${backend}()\`` : undefined;
}
