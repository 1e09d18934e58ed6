import { irsa, kubernetesCluster, secretsManager, staticCredentials } from '../../lib/model';
import type { Case } from './cases';

const identity = staticCredentials({ secretName: 'aws-credentials' });
const home = { account: '123456789012', region: 'eu-west-1' };

export const cases: Case[] = [
  ['a role', { environment: { store: { identity: irsa() } } }],
  ['an access key', { environment: { store: { identity } } }, 'environments/shop/production.ts store.identity'],
  [
    'an access key for a store of the cluster',
    {
      cluster: { stores: { shared: { identity } } },
      environment: { store: { kind: 'ClusterSecretStore', name: 'shared' } },
    },
    'environments/shop/production.ts cluster.stores.shared.identity',
  ],
  [
    'an access key for an emulator',
    { environment: { backend: secretsManager({ endpoint: 'http://localstack:4566' }), store: { identity } } },
  ],
  [
    'an access key on a cluster outside AWS',
    {
      environment: {
        clusters: [kubernetesCluster({ name: 'k3d' })],
        backend: secretsManager(home),
        store: { identity },
      },
    },
  ],
];
