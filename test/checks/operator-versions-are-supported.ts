import type { Case } from './cases';

const operator = (version: string) => ({ cluster: { operator: { version } } });
const PLACE = 'environments/shop/production.ts cluster.operator.version';

export const cases: Case[] = [
  ['the oldest', operator('0.17.0')],
  ['an older one', operator('0.16.2'), PLACE],
  ['two numbers', operator('2.9'), PLACE],
  ['a word', operator('latest'), PLACE],
  ['with a letter before it', operator('v0.20.4'), PLACE],
  ['before its release', operator('2.9.0-rc1'), PLACE],
];
