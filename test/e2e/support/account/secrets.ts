import { type ListedTag, ownTags } from '../xml';
import type { Place } from './place';

export interface HeldEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** By its alias where it has one. */
  readonly kmsKey: string | undefined;
  readonly tags: Record<string, string>;
}

export interface HeldKmsKey {
  readonly id: string;
  /** Its alias. */
  readonly name: string;
  readonly rotates: boolean;
  readonly policy: unknown;
  readonly tags: Record<string, string>;
}

export async function entriesIn(place: Place): Promise<HeldEntry[]> {
  const { SecretList } = await place.secretsManager<{ SecretList: Secret[] }>('ListSecrets');
  const aliases = await aliasesIn(place);
  return Promise.all(
    SecretList.map(async ({ ARN }) => {
      const secret = await place.secretsManager<Secret>('DescribeSecret', { SecretId: ARN });
      const { Name: name, Description: description = '', KmsKeyId, Tags = [] } = secret;
      const kmsKey = KmsKeyId && (aliases.get(idIn(KmsKeyId)) ?? KmsKeyId);
      return { id: ARN, name, description, kmsKey, tags: ownTags(Tags) };
    }),
  );
}

export async function kmsKeysIn(place: Place): Promise<HeldKmsKey[]> {
  const { Keys } = await place.kms<{ Keys: { KeyId: string }[] }>('ListKeys');
  const aliases = await aliasesIn(place);
  return Promise.all(
    Keys.map(async ({ KeyId }) => {
      const { KeyRotationEnabled } = await place.kms<{ KeyRotationEnabled: boolean }>('GetKeyRotationStatus', {
        KeyId,
      });
      const { Policy } = await place.kms<{ Policy: string }>('GetKeyPolicy', { KeyId });
      const { Tags } = await place.kms<{ Tags: { TagKey: string; TagValue: string }[] }>('ListResourceTags', { KeyId });
      const tags = ownTags(Tags.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })));
      const [name, policy] = [aliases.get(KeyId) ?? '', JSON.parse(Policy) as unknown];
      return { id: KeyId, name, rotates: KeyRotationEnabled, policy, tags };
    }),
  );
}

// --- internal ---

interface Secret {
  readonly ARN: string;
  readonly Name: string;
  readonly Description?: string;
  readonly KmsKeyId?: string;
  readonly Tags?: readonly ListedTag[];
}

/** The aliases of keys by the key's id. */
async function aliasesIn(place: Place): Promise<Map<string, string>> {
  const { Aliases } = await place.kms<{ Aliases: { AliasName: string; TargetKeyId?: string }[] }>('ListAliases');
  return new Map(Aliases.map(({ AliasName, TargetKeyId = '' }) => [TargetKeyId, AliasName]));
}

/** A key's id from the id or its ARN. */
const idIn = (key: string): string => key.replace(/^arn:.*:key\//, '');
