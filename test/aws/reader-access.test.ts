import { App, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { ReaderAccess } from '../../lib/aws';
import { defaults, everything, withPodIdentity, withStaticCredentials } from './sample-plans';
import { templateOf } from './template-of';

const STACK = 'shop-staging-access';
const irsaTrust = (issuer: string, serviceAccount: string) => ({
  Effect: 'Allow',
  Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
  Action: ['sts:AssumeRoleWithWebIdentity'],
  Condition: {
    StringEquals: {
      [`${issuer}:sub`]: `system:serviceaccount:shop:${serviceAccount}`,
      [`${issuer}:aud`]: 'sts.amazonaws.com',
    },
  },
});

test('a role trusts one ServiceAccount of each cluster and nobody else', () => {
  templateOf(everything(), STACK).hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        Match.objectLike(irsaTrust('oidc.eks.eu-west-1.amazonaws.com/id/B1', 'shop-reader')),
        Match.objectLike(irsaTrust('oidc.eks.eu-west-1.amazonaws.com/id/9E', 'shop-reader')),
      ],
    },
  });
});

test('a role has its name, path, boundary and tags, and its policy by reference', () => {
  const template = templateOf(everything(), STACK);
  const [policy] = Object.keys(template.findResources('AWS::IAM::ManagedPolicy'));
  template.hasResourceProperties('AWS::IAM::Role', {
    RoleName: 'shop-reader',
    Path: '/readers/',
    PermissionsBoundary: 'arn:aws:iam::123456789012:policy/boundary',
    ManagedPolicyArns: [{ Ref: policy }],
    Policies: Match.absent(),
    Tags: [
      { Key: 'app.kubernetes.io/managed-by', Value: 'keywright' },
      { Key: 'app.kubernetes.io/part-of', Value: 'shop' },
      { Key: 'environment', Value: 'staging' },
    ],
  });
});

test('a policy allows reading the entries that are synced and nothing more', () => {
  templateOf(defaults(), STACK).hasResourceProperties('AWS::IAM::ManagedPolicy', {
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ReadEntries',
          Effect: 'Allow',
          Action: ['secretsmanager:GetSecretValue'],
          Resource: ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/staging/app-??????'],
        },
      ],
    },
  });
});

test('EKS Pod Identity: the role trusts EKS and is associated with the ServiceAccount', () => {
  const template = templateOf(withPodIdentity(), STACK);
  const [role] = Object.keys(template.findResources('AWS::IAM::Role'));
  template.hasResourceProperties('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        Match.objectLike({
          Principal: { Service: 'pods.eks.amazonaws.com' },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
        }),
      ],
    },
  });
  template.hasResourceProperties('AWS::EKS::PodIdentityAssociation', {
    ClusterName: 'blue',
    Namespace: 'external-secrets',
    ServiceAccount: 'external-secrets',
    RoleArn: { 'Fn::GetAtt': [role, 'Arn'] },
  });
});

test('static credentials: a policy to attach, and no role', () => {
  const template = templateOf(withStaticCredentials(), STACK);
  template.resourceCountIs('AWS::IAM::ManagedPolicy', 1);
  template.resourceCountIs('AWS::IAM::Role', 0);
});

test('a stack of entries, or one in another place, is an error', () => {
  const make = (stack: string, region: string) => () =>
    new ReaderAccess(new Stack(new App(), 'own', { env: { region } }), 'Access', { plan: defaults(), stack });
  expect(make(STACK, 'eu-west-1')).not.toThrow();
  expect(make('shop-staging-entries', 'eu-west-1')).toThrow(
    '"shop-staging-entries" is no stack of readers: the plan has "shop-staging-access"',
  );
  expect(make(STACK, 'us-east-1')).toThrow(
    '"shop-staging-access" is planned for region "eu-west-1": the stack "own" is for "us-east-1"',
  );
});
