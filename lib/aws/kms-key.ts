import { Fn, RemovalPolicy } from 'aws-cdk-lib';
import { CfnAlias, CfnKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { PlannedKmsKey } from '../model';
import { renderTags } from './tags';

/**
 * A KMS key made for secrets, and its alias. Both are retained: without the key its secrets are lost, and without the
 * alias, by which readers are granted the key, nobody reads them.
 */
export function addKmsKey(scope: Construct, planned: PlannedKmsKey): CfnKey {
  const parent = new Construct(scope, planned.constructId);
  const key = new CfnKey(parent, 'Resource', {
    enableKeyRotation: true,
    keyPolicy: keyPolicy(),
    tags: renderTags(planned.tags),
  });
  key.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  if (planned.alias !== undefined) {
    const alias = new CfnAlias(parent, 'Alias', { aliasName: planned.alias, targetKeyId: key.ref });
    alias.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
  return key;
}

// --- internal ---

/**
 * Leaves it to IAM policies who uses the key: a key policy that named the reader's role, whose policy names the key,
 * would be a cycle between two stacks.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
const keyPolicy = () => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'LeaveItToIamPolicies',
      Effect: 'Allow',
      Principal: { AWS: Fn.sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:root') },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
});
