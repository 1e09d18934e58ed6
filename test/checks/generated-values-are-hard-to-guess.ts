import type { Case } from './cases';

const generated = (generate: { length: number; alphabet?: string }) => ({
  entries: { app: { fields: { TOKEN: { generate } } } },
});
const PLACE = 'environments/shop/catalogue.ts entries.app.fields.TOKEN.generate';

export const cases: Case[] = [
  ['eleven letters and digits', generated({ length: 11 })],
  ['ten', generated({ length: 10 }), PLACE],
  ['sixteen of four', generated({ length: 16, alphabet: 'abcdab' }), PLACE],
  ['all alike', generated({ length: 4096, alphabet: 'aa' }), PLACE],
];
