import type { Case } from './cases';

const pattern = (text: string) => ({ entries: { app: { fields: { TOKEN: { shape: { pattern: text } } } } } });

export const cases: Case[] = [
  ['one', pattern('[a-z]+(-[0-9]{2})?')],
  ['an open bracket', pattern('[a-z'), 'environments/shop/catalogue.ts entries.app.fields.TOKEN.shape.pattern'],
];
