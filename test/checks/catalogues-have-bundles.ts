import type { Case } from './cases';

export const cases: Case[] = [
  ['one', {}],
  ['none', { entries: {}, bundles: {} }, 'environments/shop/catalogue.ts bundles'],
];
