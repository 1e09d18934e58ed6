import type { Case } from './cases';

const PLACE = 'environments/shop/production.ts cluster.name';

export const cases: Case[] = [
  ['letters and digits', { cluster: { name: 'Blue-2' } }],
  ['a dot', { cluster: { name: 'blue.eks' } }, PLACE],
  ['101 characters', { cluster: { name: 'b'.repeat(101) } }, PLACE],
];
