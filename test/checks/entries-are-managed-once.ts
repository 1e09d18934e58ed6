import { type Case, environments, together } from './cases';

const shared = (existing: boolean) => ({ entries: { app: { name: 'shared/app', existing, fields: { TOKEN: {} } } } });
const blog = { system: 'blog', namespace: 'blog' };

export const cases: Case[] = [
  ['created by one and read by the other', together(shared(false), { ...blog, ...shared(true) })],
  [
    'two systems',
    together(shared(false), { ...blog, ...shared(false) }),
    'environments/shop/catalogue.ts entries.app.name',
  ],
  [
    'two environments of one account',
    environments({ namespace: 'shop-{environment}', ...shared(false) }, { one: {}, two: {} }),
    'environments/shop/catalogue.ts entries.app.name',
  ],
];
