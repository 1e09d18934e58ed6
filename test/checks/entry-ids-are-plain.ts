import type { Case } from './cases';

const withId = (id: string) => ({
  entries: { [id]: { name: 'app', fields: { TOKEN: {} } } },
  bundles: { a: { everything: id } },
});

export const cases: Case[] = [
  ['letters, digits, "-" and "_"', withId('app_2-x')],
  ['a dot', withId('app.prod'), 'environments/shop/catalogue.ts entries.app.prod'],
  ['a slash', withId('app/prod'), 'environments/shop/catalogue.ts entries.app/prod'],
  [
    'one that its name in AWS follows',
    { entries: { '🦊': { fields: { TOKEN: {} } } }, bundles: { a: { everything: '🦊' } } },
    'environments/shop/catalogue.ts entries.🦊',
  ],
];
