import type { Case } from './cases';
import { PUSH, pushing } from './pushes';

const two = { fields: { TOKEN: {}, MORE: {} } };

export const cases: Case[] = [
  ['every field', pushing({}, two)],
  ['every field by another key', pushing({ fields: { TOKEN: 'token', MORE: 'more' } }, two)],
  ['not an optional one', pushing({ fields: { TOKEN: 'token' } }, { fields: { TOKEN: {}, MORE: { optional: true } } })],
  ['one plain value', pushing({ key: 'token' }, { value: {} })],
  ['one of two', pushing({ fields: { TOKEN: 'token' } }, two), `${PUSH}.fields`],
];
