import type { KubernetesObject, Output, OutputFile, Plan } from '../../lib/model';
import { type Sample, samplePlan } from '../sample';

/**
 * What is written for the smallest system, by hand, so that the checks of the output do not depend on what renders it.
 * A case changes one thing.
 */
export function written(
  change: (draft: Draft) => void = () => {},
  sample: Sample = {},
): { output: Output; plan: Plan } {
  const draft = draftOutput();
  change(draft);
  return { output: outputOf(draft), plan: samplePlan(sample) };
}

export type Draft = ReturnType<typeof draftOutput>;

export const ENTRY_ARN = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/production/app-??????';
export const KEY_ARN = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** The statement that lets a reader decrypt with a key. */
export const decrypt = (resource: string, alias?: string) => ({
  Effect: 'Allow',
  Action: ['kms:Decrypt'],
  Resource: [resource],
  Condition: {
    StringEquals: { 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com' },
    ...(alias !== undefined && { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': alias } }),
  },
});

// --- internal ---

const RETAINED = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
const ISSUER = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30755';

function draftOutput() {
  const namespace = 'shop';
  const reader = 'shop-external-secrets';
  const role = 'shop-production-external-secrets';
  return {
    serviceAccount: {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name: reader,
        namespace,
        annotations: { 'eks.amazonaws.com/role-arn': `arn:aws:iam::123456789012:role/${role}` },
      },
    },
    store: {
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: { name: 'aws-secrets-manager', namespace },
      spec: {
        provider: {
          aws: {
            auth: { jwt: { serviceAccountRef: { name: reader } } },
            region: 'eu-west-1',
            service: 'SecretsManager',
          },
        },
      },
    },
    sync: {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'shop-secrets', namespace },
      spec: {
        data: [{ remoteRef: { key: 'shop/production/app', property: 'TOKEN' }, secretKey: 'TOKEN' }],
        secretStoreRef: { kind: 'SecretStore', name: 'aws-secrets-manager' },
        target: { name: 'shop-secrets', creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      },
    },
    /** Further objects, by folder. */
    others: [] as { home: string; object: KubernetesObject }[],
    entries: {
      app: { Type: 'AWS::SecretsManager::Secret', ...RETAINED, Properties: { Name: 'shop/production/app' } as object },
    },
    policy: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        ManagedPolicyName: `${role}-read`,
        Path: '/',
        PolicyDocument: {
          Statement: [
            { Effect: 'Allow', Action: ['secretsmanager:GetSecretValue'], Resource: [ENTRY_ARN] },
          ] as object[],
        },
      },
    },
    role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: role,
        Path: '/',
        ManagedPolicyArns: [{ Ref: 'policy' }],
        AssumeRolePolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${ISSUER}` } as object,
              Action: ['sts:AssumeRoleWithWebIdentity'],
              Condition: {
                StringEquals: {
                  [`${ISSUER}:aud`]: 'sts.amazonaws.com',
                  [`${ISSUER}:sub`]: `system:serviceaccount:${namespace}:${reader}`,
                },
              },
            },
          ],
        },
      },
    },
    access: [] as OutputFile[],
    stale: [] as NonNullable<Output['stale']>[number][],
  };
}

function outputOf({ serviceAccount, store, sync, others, entries, policy, role, access, stale }: Draft): Output {
  const own = [serviceAccount, store, sync].map((object) => ({ home: 'shop/production', object }));
  return {
    manifests: [...own, ...others].map(({ home, object }) => ({
      path: `kubernetes/${home}/${object.metadata.namespace ?? '_cluster'}/${object.kind.toLowerCase()}-${object.metadata.name}.yaml`,
      text: JSON.stringify(object),
      objects: [object],
    })),
    templates: [templateOf('shop-production-entries', entries), templateOf('shop-production-access', { policy, role })],
    access,
    stale,
  };
}

function templateOf(stack: string, Resources: object) {
  const template = { Resources };
  return { path: `aws/shop/production/${stack}.template.json`, text: JSON.stringify(template), stack, template };
}
