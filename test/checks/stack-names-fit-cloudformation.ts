import { irsa } from '../../lib/model';
import type { Case } from './cases';

const shared = { identity: irsa({ serviceAccount: 'reader' }) };

export const cases: Case[] = [
  ['a letter first', { system: 's3' }],
  ['a digit first', { system: '3scale' }, 'environments/3scale/catalogue.ts system'],
  [
    'a cluster with an underscore',
    {
      cluster: { name: 'blue_1', stores: { shared } },
      environment: { store: { kind: 'ClusterSecretStore', name: 'shared' } },
    },
    'environments/shop/production.ts cluster.name',
  ],
];
