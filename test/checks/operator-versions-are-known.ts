import type { Case } from './cases';

const operator = (version: string) => ({ cluster: { operator: { version } } });
const PLACE = 'environments/shop/production.ts cluster.operator.version';

export const cases: Case[] = [
  ['the newest that is known', operator('2.9.3')],
  ['a newer one', operator('2.10.0'), PLACE],
  ['one of next year', operator('3.0.0'), PLACE],
];
