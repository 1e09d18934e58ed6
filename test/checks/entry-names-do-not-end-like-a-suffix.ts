import type { Case } from './cases';
import { pushing } from './pushes';

const named = (name: string, existing = false) => ({ entries: { app: { name, existing, fields: { TOKEN: {} } } } });

export const cases: Case[] = [
  ['a word of seven letters', named('shop-secrets')],
  ['an existing one, which cannot be renamed', named('shop-tokens', true)],
  ['a word of six letters', named('shop-tokens'), 'environments/shop/catalogue.ts entries.app.name'],
  [
    'of one that is pushed',
    pushing({}, { name: 'shop-tokens', fields: { TOKEN: {} } }),
    'environments/shop/catalogue.ts entries.kept.name',
  ],
];
