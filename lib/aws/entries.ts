import { RemovalPolicy } from 'aws-cdk-lib';
import type { CfnKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { PlannedEntry } from '../model';
import { addKmsKey } from './kms-key';
import { findContent, ownedBy, type PlannedProps } from './planned';
import { renderTags } from './tags';

/**
 * The Secrets Manager secrets of one planned stack, and the KMS keys made for them. A secret is made without a value,
 * so no value is ever in a template and no deployment makes a new one. Secrets and keys stay when the stack goes.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-secretsmanager-secret.html
 */
export class Entries extends Construct {
  /** By the entry's id in the catalogue. */
  readonly secrets: ReadonlyMap<string, CfnSecret>;
  /** The keys made here, by the planned key's id. */
  readonly kmsKeys: ReadonlyMap<string, CfnKey>;

  constructor(scope: Construct, id: string, props: PlannedProps) {
    super(scope, id);
    const { plan } = props;
    const stack = findContent(this, props, 'entries');
    this.kmsKeys = new Map(ownedBy(stack, plan.kmsKeys).map((key) => [key.id, addKmsKey(this, key)]));
    const keyIds = new Map(
      plan.kmsKeys.map((key) => [key.id, this.kmsKeys.get(key.id)?.attrArn ?? key.arn ?? key.alias]),
    );
    this.secrets = new Map(
      ownedBy(stack, plan.entries).map((entry) => [
        entry.entry,
        addSecret(this, entry, keyIds.get(entry.kmsKey ?? '')),
      ]),
    );
  }
}

// --- internal ---

function addSecret(scope: Construct, entry: PlannedEntry, kmsKeyId: string | undefined): CfnSecret {
  // The path, and so the logical id, is that of an L2 `Secret` with the same id: people can move either way.
  const secret = new CfnSecret(new Construct(scope, entry.constructId), 'Resource', {
    name: entry.remoteKey,
    tags: renderTags(entry.tags),
    ...(entry.summary !== undefined && { description: entry.summary }),
    ...(kmsKeyId !== undefined && { kmsKeyId }),
  });
  // A first deployment that fails halfway would else leave names behind at which the next one fails.
  secret.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return secret;
}
