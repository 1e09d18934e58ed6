import type { Case } from './cases';

const unread: [string, string] = ['entries-are-read', 'environments/shop/catalogue.ts entries.app'];

export const cases: Case[] = [
  ['everything of an entry', { bundles: { a: { everything: 'app' } } }],
  ['no keys', { bundles: { a: { keys: {} } } }, 'environments/shop/catalogue.ts bundles.a', unread],
  [
    'an entry without fields',
    { entries: { app: { fields: {} } }, bundles: { a: { all: ['app'] } } },
    'environments/shop/catalogue.ts bundles.a',
    unread,
  ],
];
