import type { Case } from './cases';

const never = (said: object) => ({ bundles: { a: { all: ['app'], refreshInterval: '0', ...said } } });

export const cases: Case[] = [
  ['zero, on change', never({ refreshPolicy: 'OnChange' })],
  ['zero, periodic', never({}), 'environments/shop/catalogue.ts bundles.a.refreshInterval'],
];
