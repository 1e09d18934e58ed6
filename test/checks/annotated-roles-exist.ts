import type { Case } from './cases';
import { written } from './written';

const annotated = (arn: string) =>
  written((draft) => (draft.serviceAccount.metadata.annotations['eks.amazonaws.com/role-arn'] = arn));
const PLACE = 'environments/shop/production.ts store.identity.serviceAccount';

export const cases: Case[] = [
  ['a role of a template', written()],
  ['a role of another account', annotated('arn:aws:iam::210987654321:role/shop-production-external-secrets'), PLACE],
];
