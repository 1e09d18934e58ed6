import { prometheus } from '../../lib/model';
import { type Case, cluster, environments } from './cases';

const sample = { namespace: 'shop-{environment}' };
const runbooks = 'https://example.com/alerts.md';

export const cases: Case[] = [
  ['the same constant', environments(sample, { one: {}, two: {} })],
  [
    'two regions',
    environments(sample, {
      one: {},
      two: { cluster: cluster({ region: 'eu-west-2', oidcIssuer: 'oidc.example.com/x' }) },
    }),
    'environments/shop/one.ts cluster.region',
  ],
  [
    'two operators',
    environments(sample, { one: {}, two: { cluster: cluster({ operator: { version: '2.8.0' } }) } }),
    'environments/shop/one.ts cluster.operator.version',
  ],
  [
    'an operator with other values',
    environments(sample, { one: {}, two: { cluster: cluster({ operator: { replicas: 2 } }) } }),
    'environments/shop/one.ts cluster.operator',
  ],
  [
    'one that is watched over, and is not',
    environments(sample, { one: {}, two: { cluster: cluster({ monitoring: prometheus({ runbooks }) }) } }),
    'environments/shop/one.ts cluster.monitoring.name',
  ],
  [
    'alerts that fire at different times',
    environments(sample, {
      one: { cluster: cluster({ monitoring: prometheus({ runbooks }) }) },
      two: { cluster: cluster({ monitoring: prometheus({ runbooks, thresholds: { expiryDays: 7 } }) }) },
    }),
    'environments/shop/one.ts cluster.monitoring.thresholds',
  ],
];
