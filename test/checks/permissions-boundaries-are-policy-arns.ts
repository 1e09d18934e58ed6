import { irsa } from '../../lib/model';
import type { Case } from './cases';

const boundary = (permissionsBoundary: string) => ({
  environment: { store: { identity: irsa({ role: { permissionsBoundary } }) } },
});
const PLACE = 'environments/shop/production.ts store.identity.role.permissionsBoundary';

export const cases: Case[] = [
  ['a policy of the account', boundary('arn:aws:iam::123456789012:policy/team/boundary')],
  ['a policy of AWS', boundary('arn:aws:iam::aws:policy/PowerUserAccess')],
  ['a name', boundary('boundary'), PLACE],
  ['a policy of another account', boundary('arn:aws:iam::210987654321:policy/boundary'), PLACE],
];
