import type { Case } from './cases';
import { pushing } from './pushes';

const ENTRY = 'environments/shop/catalogue.ts entries.kept';
const generate = { length: 32 };

export const cases: Case[] = [
  ['what is pushed alone', pushing()],
  [
    'what is generated alone',
    pushing({}, undefined, { entries: { app: { fields: { TOKEN: { generate } } }, kept: { fields: { TOKEN: {} } } } }),
  ],
  ['both', pushing({}, { fields: { TOKEN: { generate } } }), `${ENTRY}.fields.TOKEN.generate`],
  ['both of one plain value', pushing({ key: 'token' }, { value: { generate } }), `${ENTRY}.value.generate`],
];
