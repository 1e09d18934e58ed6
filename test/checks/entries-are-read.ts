import { type Case, environments, together } from './cases';

const entries = { app: { fields: { TOKEN: {} } }, legacy: { fields: { TOKEN: {} } } };
const blog = {
  system: 'blog',
  namespace: 'blog',
  entries: { app: { existing: true, name: 'shop/production/legacy', fields: { TOKEN: {} } } },
};
const PLACE = 'environments/shop/catalogue.ts entries.legacy';

export const cases: Case[] = [
  [
    'in one environment only',
    environments(
      {
        namespace: '{environment}',
        entries,
        bundles: { a: { all: ['app'] }, b: { all: ['legacy'], onlyIn: ['two'] } },
      },
      { one: {}, two: {} },
    ),
  ],
  ['by another system', together({ entries }, blog)],
  ['by nobody', { entries }, PLACE],
];
