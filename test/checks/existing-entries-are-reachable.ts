import type { Case } from './cases';

const existing = (place: string, said: object = {}) => ({
  environment: { entries: { app: { arn: `arn:aws:secretsmanager:${place}:secret:shop-AbCdEf`, ...said } } },
});
const PLACE = 'environments/shop/production.ts entries.app.arn';

export const cases: Case[] = [
  ['of the same account and region', existing('eu-west-1:123456789012')],
  ['of another account, with a key', existing('eu-west-1:210987654321', { kmsKey: { alias: 'alias/shared' } })],
  ['of another account, without', existing('eu-west-1:210987654321'), PLACE],
  ['of another region', existing('us-east-1:123456789012'), PLACE],
];
