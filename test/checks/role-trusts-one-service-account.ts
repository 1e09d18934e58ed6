import type { Case } from './cases';
import { written } from './written';

const ISSUER = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30755';
const PLACE = 'environments/shop/production.ts store.identity.role';

type Statement = {
  Effect: string;
  Principal: object;
  Action: string[];
  Condition: { StringEquals: Record<string, string> };
};
const trusting = (change: (statement: Statement) => void) =>
  written((draft) => change(draft.role.Properties.AssumeRolePolicyDocument.Statement[0]!));

export const cases: Case[] = [
  ['a ServiceAccount and an audience', written()],
  [
    'the EKS service, as eso-on-aws-tutorial has it',
    trusting((statement) => {
      statement.Principal = { Service: 'eks.amazonaws.com' };
      statement.Action = ['sts:AssumeRole'];
    }),
    PLACE,
  ],
  [
    'a slash for the colon, as zio-lucene has it',
    trusting(({ Condition: { StringEquals } }) => {
      StringEquals[`${ISSUER}/sub`] = StringEquals[`${ISSUER}:sub`]!;
      delete StringEquals[`${ISSUER}:sub`];
    }),
    PLACE,
  ],
  [
    'every ServiceAccount of a namespace',
    trusting(({ Condition }) => (Condition.StringEquals[`${ISSUER}:sub`] = 'system:serviceaccount:shop:*')),
    PLACE,
  ],
  ['no audience', trusting(({ Condition }) => delete Condition.StringEquals[`${ISSUER}:aud`]), PLACE],
  ['a pattern', trusting((statement) => Object.assign(statement.Condition, { StringLike: {} })), PLACE],
  ['another action', trusting((statement) => (statement.Action = ['sts:AssumeRole'])), PLACE],
  ['a statement that denies', trusting((statement) => (statement.Effect = 'Deny')), PLACE],
  ['nobody', written((draft) => (draft.role.Properties.AssumeRolePolicyDocument.Statement = [])), PLACE],
];
