import type { Case } from './cases';

const existing = (arn: string) => ({ environment: { entries: { app: { arn } } } });
const PLACE = 'environments/shop/production.ts entries.app.arn';

export const cases: Case[] = [
  ['with its six characters', existing('arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf')],
  ['without', existing('arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop'), PLACE],
  ['of a parameter', existing('arn:aws:ssm:eu-west-1:123456789012:parameter/shop'), PLACE],
  ['a name', existing('shop'), PLACE],
];
