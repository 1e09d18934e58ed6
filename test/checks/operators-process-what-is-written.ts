import type { OperatorInput } from '../../lib/model';
import type { Sample } from '../sample';
import type { Case } from './cases';

const PLACE = 'environments/shop/production.ts cluster.operator.values';
const PATCH = 'environments/shop/catalogue.ts bundles.shop-secrets.patch';

const patched = (operator: OperatorInput): Sample => ({
  cluster: { operator },
  bundles: {
    'shop-secrets': {
      all: ['app'],
      patch: { dataFrom: [{ sourceRef: { generatorRef: { kind: 'ClusterGenerator', name: 'theirs' } } }] },
    },
  },
});

const throughClusterStore = (operator: OperatorInput) => ({
  cluster: { operator, stores: { shared: {} } },
  environment: { store: { kind: 'ClusterSecretStore', name: 'shared' } } as const,
});

const inTeams = (operator: OperatorInput): Sample => ({
  ...throughClusterStore(operator),
  bundles: { 'shop-secrets': { all: ['app'], namespaceSelector: { matchLabels: { team: 'shop' } } } },
});

export const cases: Case[] = [
  ['a dedicated operator', { cluster: { operator: { dedicated: true } } }],
  ['a dedicated operator and its own cluster store', throughClusterStore({ dedicated: true })],
  ["somebody else's generator", patched({ version: '0.20.4' })],
  ["somebody else's generator, left alone", patched({ version: '0.20.4', dedicated: true }), PATCH],
  [
    'a cluster store, left alone',
    throughClusterStore({ values: { processClusterStore: false } }),
    `${PLACE}.processClusterStore`,
  ],
  [
    'another namespace, and rights for that only',
    throughClusterStore({ values: { scopedNamespace: 'blog', scopedRBAC: true } }),
    `${PLACE}.processClusterStore`,
    `${PLACE}.scopedNamespace`,
  ],
  ['a dedicated operator and its own cluster sync', inTeams({ dedicated: true })],
  [
    'a cluster sync, left alone',
    inTeams({ values: { processClusterExternalSecret: false } }),
    `${PLACE}.processClusterExternalSecret`,
  ],
];
