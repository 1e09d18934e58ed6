import type { Case } from './cases';

export const cases: Case[] = [
  ['one', {}],
  ['a push', { entries: { kept: { fields: { TOKEN: {} } } }, bundles: {}, pushes: { made: { entry: 'kept' } } }],
  ['none', { entries: {}, bundles: {} }, 'environments/shop/catalogue.ts bundles'],
];
