import { App, type Environment, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { Entries } from '../../lib/aws';
import { defaults, everything, shopPlan } from './sample-plans';
import { templateOf } from './template-of';

const STACK = 'shop-staging-entries';

test('a secret has its name, summary and tags, and no value', () => {
  templateOf(everything(), STACK).hasResourceProperties('AWS::SecretsManager::Secret', {
    Name: 'shop/app',
    Description: 'What the shop needs',
    Tags: [
      { Key: 'app.kubernetes.io/managed-by', Value: 'keywright' },
      { Key: 'app.kubernetes.io/part-of', Value: 'shop' },
      { Key: 'cost-center', Value: '42' },
      { Key: 'environment', Value: 'staging' },
      { Key: 'owner', Value: 'team-shop' },
    ],
    SecretString: Match.absent(),
    GenerateSecretString: Match.absent(),
  });
});

test('secrets, keys and aliases are retained', () => {
  const template = templateOf(everything(), STACK);
  const retained = { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' };
  template.allResources('AWS::SecretsManager::Secret', retained);
  template.allResources('AWS::KMS::Key', retained);
  template.allResources('AWS::KMS::Alias', retained);
});

test('a secret that somebody else made is not made again', () => {
  const template = templateOf(everything(), STACK);
  template.resourcePropertiesCountIs('AWS::SecretsManager::Secret', { Name: 'partner/api' }, 0);
  template.resourceCountIs('AWS::SecretsManager::Secret', 2);
});

test('a key made for secrets rotates, has its alias and leaves its use to IAM policies', () => {
  const template = templateOf(everything(), STACK);
  const [key] = Object.keys(template.findResources('AWS::KMS::Key'));
  template.hasResourceProperties('AWS::KMS::Key', {
    EnableKeyRotation: true,
    KeyPolicy: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    },
  });
  template.hasResourceProperties('AWS::KMS::Alias', {
    AliasName: 'alias/shop-staging',
    TargetKeyId: { Ref: key },
  });
  template.hasResourceProperties('AWS::SecretsManager::Secret', {
    Name: 'shop/app',
    KmsKeyId: { 'Fn::GetAtt': [key, 'Arn'] },
  });
});

test.each([
  [
    'its ARN',
    { arn: 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd' },
    'arn:aws:kms:eu-west-1:123456789012:key/1234abcd',
  ],
  ['its alias', { alias: 'alias/data' }, 'alias/data'],
])('a key that exists is named by %s and not made', (_how, kmsKey, given) => {
  const template = templateOf(shopPlan({ entries: { app: { kmsKey, fields: { TOKEN: {} } } } }), STACK);
  template.hasResourceProperties('AWS::SecretsManager::Secret', { KmsKeyId: given });
  template.resourceCountIs('AWS::KMS::Key', 0);
});

test("entries can stand in somebody's own stack", () => {
  const stack = new Stack(new App(), 'own');
  const entries = new Entries(stack, 'Secrets', { plan: defaults(), stack: STACK });
  expect(entries.secrets.get('app')?.name).toBe('shop/staging/app');
});

test("somebody's own stack has to be where the plan says, or leave that to who deploys", () => {
  const inStack = (env: Environment) => () =>
    new Entries(new Stack(new App(), 'own', { env }), 'Secrets', { plan: defaults(), stack: STACK });
  expect(inStack({ region: 'eu-west-1' })).not.toThrow();
  expect(inStack({ account: '123456789012', region: 'us-east-1' })).toThrow(
    '"shop-staging-entries" is planned for region "eu-west-1": the stack "own" is for "us-east-1"',
  );
  expect(inStack({ account: '210987654321' })).toThrow(
    '"shop-staging-entries" is planned for account "123456789012": the stack "own" is for "210987654321"',
  );
});

test('a stack of readers is an error that names the stacks of entries', () => {
  const stack = new Stack(new App(), 'own');
  expect(() => new Entries(stack, 'Secrets', { plan: defaults(), stack: 'shop-staging-access' })).toThrow(
    '"shop-staging-access" is no stack of entries: the plan has "shop-staging-entries"',
  );
});

test('a stack that the plan does not have is an error that names those it has', () => {
  const stack = new Stack(new App(), 'own');
  expect(() => new Entries(stack, 'Secrets', { plan: defaults(), stack: 'shop-prod' })).toThrow(
    'the plan has no stack "shop-prod": it has "shop-staging-access", "shop-staging-entries"',
  );
});
