import { secretsManager } from '../../lib/model';
import type { Case } from './cases';

const CATALOGUE = 'environments/shop/catalogue.ts';
const fields = { TOKEN: {} };

export const cases: Case[] = [
  ['a renamed entry', { entries: { app: { formerly: 'old', fields } } }],
  [
    'formerly another entry',
    {
      entries: { app: { formerly: 'old', fields }, old: { fields: { OLD: {} } } },
      bundles: { a: { all: ['app', 'old'] } },
    },
    `${CATALOGUE} entries.app.formerly`,
  ],
  [
    'an entry called as a key is',
    {
      entries: { 'key-shop-production': { fields } },
      bundles: { a: { all: ['key-shop-production'] } },
      environment: { backend: secretsManager({ kmsKey: { create: true } }) },
    },
    `${CATALOGUE} entries.key-shop-production`,
  ],
];
