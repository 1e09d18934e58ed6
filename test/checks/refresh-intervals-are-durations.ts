import { type Case, environments } from './cases';
import { PUSH, pushing } from './pushes';

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
    environments({ bundles: two }, { dev: { namespace: 'd' }, live: { bundles: { b: { refreshInterval: '1 h' } } } }),
    'environments/shop/live.ts bundles.b.refreshInterval',
  ],
  [
    'of all bundles of an environment',
    { bundles: two, environment: { refreshInterval: '1hour' } },
    'environments/shop/production.ts refreshInterval',
  ],
  [
    'of the only bundle of one environment of two',
    environments({}, { dev: { namespace: 'd' }, live: { refreshInterval: '1 d' } }),
    'environments/shop/live.ts refreshInterval',
  ],
  ['the longest that Go knows', every('2562047h')],
  ['longer than Go knows', every('2562048h'), PLACE],
  ['of a push', pushing({ refreshInterval: '1d' }), `${PUSH}.refreshInterval`],
];
