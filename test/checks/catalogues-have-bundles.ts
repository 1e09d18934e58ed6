import type { Case } from './cases';
import { catalogue } from './untyped';

export const cases: Case[] = [
  ['one', {}],
  ['a push', { entries: { kept: { fields: { TOKEN: {} } } }, bundles: {}, pushes: { made: { entry: 'kept' } } }],
  ['none but that of an entry', catalogue({ entries: { app: { value: {}, secretKey: 'TOKEN' } }, bundles: undefined })],
  ['not a word of them', catalogue({ entries: {}, bundles: undefined }), 'environments/shop/catalogue.ts bundles'],
  ['none', { entries: {}, bundles: {} }, 'environments/shop/catalogue.ts bundles'],
];
