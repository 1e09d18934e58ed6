import { irsa } from '../../lib/model';
import type { Case } from './cases';
import { PUSH, pushing } from './pushes';

const CATALOGUE = 'environments/shop/catalogue.ts';
const PRODUCTION = 'environments/shop/production.ts';
const bundle = (said: object) => ({ bundles: { a: { all: ['app'], ...said } } });

export const cases: Case[] = [
  ['lower case with dots', bundle({ secretName: 'shop.secrets' })],
  ['a Secret in upper case', bundle({ secretName: 'Shop' }), `${CATALOGUE} bundles.a.secretName`],
  [
    'a bundle of 300 characters',
    { bundles: { ['a'.repeat(300)]: { all: ['app'] } } },
    `${CATALOGUE} bundles.${'a'.repeat(300)}`,
  ],
  ['an ExternalSecret with an underscore', bundle({ syncName: 'a_b' }), `${CATALOGUE} bundles.a.syncName`],
  ['a consumer', bundle({ consumers: [{ kind: 'Deployment', name: 'Shop' }] }), `${CATALOGUE} bundles.a.consumers`],
  ['a store', { environment: { store: { name: 'AWS', identity: irsa() } } }, `${PRODUCTION} store.name`],
  [
    'a ServiceAccount',
    { environment: { store: { identity: irsa({ serviceAccount: 'a b' }) } } },
    `${PRODUCTION} store.identity.serviceAccount`,
  ],
  ['the name of a bundle', { bundles: { Shop: { all: ['app'] } } }, 'environments/shop/catalogue.ts bundles.Shop'],
  ['a push', { ...pushing(), pushes: { Made: { entry: 'kept' } } }, `${CATALOGUE} pushes.Made`],
  ['a Secret that is pushed', pushing({ secretName: 'Made' }), `${PUSH}.secretName`],
];
