import { irsa } from '../../lib/model';
import type { Case } from './cases';

const shared = (input: Parameters<typeof irsa>[0]) => ({
  cluster: { stores: { shared: { identity: irsa(input) } } },
  environment: { store: { kind: 'ClusterSecretStore' as const, name: 'shared' } },
});

export const cases: Case[] = [
  ['a ServiceAccount of its own', shared({ serviceAccount: 'reader' })],
  ["the operator's, which the chart makes", shared({})],
  [
    "the operator's, made twice",
    shared({ createServiceAccount: true }),
    'environments/shop/production.ts cluster.stores.shared.identity.serviceAccount',
  ],
];
