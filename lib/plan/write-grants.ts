import type { GrantStatement, PlannedEntry } from '../model';
import { distinctKeys, type Granted, inChunks, keyStatement, numbered } from './grants';
import type { Place } from './names';

/**
 * What pushing to these entries takes. Secrets Manager compares a policy with the ARN that a secret of that name would
 * have, also before there is one.
 * @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/pkg/provider/aws/secretsmanager/secretsmanager.go
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
 */
export function writeStatements(
  written: { readonly entries: readonly string[]; readonly deleted: readonly string[] },
  granted: Granted,
  place: Place,
): GrantStatement[] {
  const found = (ids: readonly string[]) =>
    ids.flatMap((id) => granted.entries.get(id) ?? []).filter(({ backend }) => backend === 'secretsManager');
  const entries = found(written.entries);
  return [
    ...statements('PushEntries', WRITING, entries),
    ...statements('DeletePushedEntries', ['secretsmanager:DeleteSecret'], found(written.deleted)),
    ...distinctKeys(entries, granted).map((key, at) =>
      keyStatement(
        numbered('EncryptEntries', at),
        ['kms:Decrypt', 'kms:GenerateDataKey'],
        'secretsmanager',
        key,
        place,
      ),
    ),
  ];
}

// --- internal ---

/**
 * A write reads first, and afterwards deletes a resource policy that the push does not have.
 * @see https://github.com/external-secrets/external-secrets/issues/6806
 */
const WRITING = [
  'CreateSecret',
  'DeleteResourcePolicy',
  'DescribeSecret',
  'GetSecretValue',
  'PutSecretValue',
  'TagResource',
  'UntagResource',
].map((action) => `secretsmanager:${action}`);

const statements = (name: string, Action: readonly string[], entries: readonly PlannedEntry[]): GrantStatement[] =>
  inChunks([...new Set(entries.flatMap(({ arn }) => arn ?? []))].sort()).map((Resource, at) => ({
    Sid: numbered(name, at),
    Effect: 'Allow',
    Action,
    Resource,
  }));
