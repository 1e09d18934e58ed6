import type { Case } from './cases';

const every = (refreshInterval: string, said: object = {}) => ({
  bundles: { a: { all: ['app'], refreshInterval, ...said } },
});

export const cases: Case[] = [
  ['a minute', every('60s')],
  ['seconds that nobody waits for', every('10s', { refreshPolicy: 'OnChange' })],
  ['ten seconds', every('10s'), 'environments/shop/catalogue.ts bundles.a.refreshInterval'],
  [
    'ten seconds of an environment, for bundles that cost differently',
    {
      entries: { app: { fields: { TOKEN: {} } }, more: { fields: { MORE: {} } } },
      bundles: { a: { all: ['app'] }, b: { all: ['app', 'more'] } },
      environment: { refreshInterval: '10s' },
    },
    'environments/shop/production.ts refreshInterval',
    'environments/shop/production.ts refreshInterval',
  ],
];
