import type { BundleInput, OperatorInput } from '../../lib/model';
import type { Sample } from '../sample';
import { type Case, environments } from './cases';
import { pushing } from './pushes';

const PLACE = 'environments/shop/production.ts cluster.operator.values';
const PATCH = 'environments/shop/catalogue.ts bundles.shop-secrets.patch';

const THEIRS: NonNullable<BundleInput['patch']> = {
  dataFrom: [{ sourceRef: { generatorRef: { kind: 'ClusterGenerator', name: 'theirs' } } }],
};

const patched = (operator: OperatorInput): Sample => ({
  cluster: { operator },
  bundles: {
    'shop-secrets': {
      all: ['app'],
      patch: THEIRS,
    },
  },
});

const inOneEnvironment = environments(
  { cluster: { operator: { version: '0.20.4', dedicated: true } } },
  { production: {}, staging: { namespace: 'staging', bundles: { 'shop-secrets': { patch: THEIRS } } } },
);

const throughClusterStore = (operator: OperatorInput) => ({
  cluster: { operator, stores: { shared: {} } },
  environment: { store: { kind: 'ClusterSecretStore', name: 'shared' } } as const,
});

const inTeams = (operator: OperatorInput): Sample => ({
  ...throughClusterStore(operator),
  bundles: { 'shop-secrets': { all: ['app'], namespaceSelector: { matchLabels: { team: 'shop' } } } },
});

const pushedBy = (operator: OperatorInput): Sample => pushing({}, undefined, { cluster: { operator } });

export const cases: Case[] = [
  ['a dedicated operator', { cluster: { operator: { dedicated: true } } }],
  ['a dedicated operator and its own cluster store', throughClusterStore({ dedicated: true })],
  ["somebody else's generator", patched({ version: '0.20.4' })],
  ["somebody else's generator, left alone", patched({ version: '0.20.4', dedicated: true }), PATCH],
  ['that of one environment', inOneEnvironment, 'environments/shop/staging.ts bundles.shop-secrets.patch'],
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
  ['a dedicated operator and its own push', pushedBy({ dedicated: true })],
  ['a push, left alone', pushedBy({ values: { processPushSecret: false } }), `${PLACE}.processPushSecret`],
];
