import { irsa } from '../../lib/model';
import { type Case, cluster } from './cases';
import { MONITORING, watched } from './monitoring';
import { PUSH, pushing } from './pushes';

const CATALOGUE = 'environments/shop/catalogue.ts';
const shared = { identity: irsa({ serviceAccount: 'reader', namespace: 'Ops' }) };

export const cases: Case[] = [
  ['lower case', { namespace: 'shop-2' }],
  ["the system's", { namespace: 'Shop' }, `${CATALOGUE} namespace`],
  [
    "a bundle's",
    { bundles: { a: { all: ['app'], namespace: 'a_b' }, b: { all: ['app'] } } },
    `${CATALOGUE} bundles.a.namespace`,
  ],
  [
    "an environment's",
    { environment: { bundles: { 'shop-secrets': { namespace: ['shop', 'shop.x'] } } } },
    'environments/shop/production.ts bundles.shop-secrets.namespace',
  ],
  [
    "an identity's",
    { cluster: { stores: { shared } }, environment: { store: { kind: 'ClusterSecretStore', name: 'shared' } } },
    'environments/shop/production.ts cluster.stores.shared.identity.namespace',
  ],
  [
    "an operator's",
    { environment: { cluster: cluster({ operator: { namespace: 'ESO' } }) } },
    'environments/shop/production.ts cluster.operator.namespace',
  ],
  ["a push's", pushing({ namespace: 'Ingress' }), `${PUSH}.namespace`],
  ['that of alerts', watched({ namespace: 'monitoring.one' }), `${MONITORING}.namespace`],
];
