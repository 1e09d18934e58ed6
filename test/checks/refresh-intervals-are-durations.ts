import { type Case, environments } from './cases';

const every = (refreshInterval: string) => ({ bundles: { a: { all: ['app'], refreshInterval } } });
const PLACE = 'environments/shop/catalogue.ts bundles.a.refreshInterval';
const two = { a: { all: ['app'] }, b: { all: ['app'] } };

export const cases: Case[] = [
  ['hours and minutes', every('1h30m')],
  ['days', every('1d'), PLACE],
  ['a number', every('15'), PLACE],
  ['a negative one', every('-1h'), PLACE],
  [
    'in one environment of two',
    environments({}, { dev: { namespace: 'd' }, live: { bundles: { 'shop-secrets': { refreshInterval: '1 h' } } } }),
    'environments/shop/live.ts bundles.shop-secrets.refreshInterval',
  ],
  [
    'of all bundles of an environment',
    { bundles: two, environment: { refreshInterval: '1hour' } },
    'environments/shop/production.ts refreshInterval',
  ],
];
