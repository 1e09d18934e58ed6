import { podIdentity } from '../../lib/model';
import type { Case } from './cases';
import { written } from './written';

const STORE = 'environments/shop/production.ts store.identity';
const pods = { environment: { store: { identity: podIdentity() } } };
const podTrust = (namespace: string) => ({
  Effect: 'Allow',
  Principal: { Service: 'pods.eks.amazonaws.com' },
  Action: ['sts:AssumeRole', 'sts:TagSession'],
  Condition: {
    StringEquals: {
      'aws:RequestTag/eks-cluster-arn': 'arn:aws:eks:eu-west-1:123456789012:cluster/blue',
      'aws:RequestTag/kubernetes-namespace': namespace,
      'aws:RequestTag/kubernetes-service-account': 'external-secrets',
    },
  },
});

export const cases: Case[] = [
  ["the store's own ServiceAccount", written()],
  [
    'the operator with Pod Identity',
    written((draft) => {
      Object.assign(draft.store.spec.provider.aws, { auth: undefined });
      Object.assign(draft.role.Properties.AssumeRolePolicyDocument, { Statement: [podTrust('external-secrets')] });
    }, pods),
  ],
  [
    'another ServiceAccount',
    written((draft) => {
      const [statement] = draft.role.Properties.AssumeRolePolicyDocument.Statement;
      const equal: Record<string, string> = statement!.Condition.StringEquals;
      for (const key of Object.keys(equal)) if (key.endsWith(':sub')) equal[key] = 'system:serviceaccount:shop:other';
    }),
    STORE,
  ],
  [
    'a store that names nobody, as in deparrow',
    written((draft) => Object.assign(draft.store.spec.provider.aws, { auth: undefined })),
    STORE,
    `${STORE}.role`,
  ],
];
