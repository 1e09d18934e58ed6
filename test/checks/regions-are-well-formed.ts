import { irsa, secretsManager } from '../../lib/model';
import type { Case } from './cases';

const oidcIssuer = 'oidc.example.com/eks';
const backend = secretsManager({ region: 'eu-west' });
const shared = { identity: irsa({ serviceAccount: 'reader' }), backend };

export const cases: Case[] = [
  ['a new one', { cluster: { region: 'mx-southwest-12', oidcIssuer } }],
  ['GovCloud', { cluster: { region: 'us-gov-west-1', oidcIssuer } }],
  ['a zone', { cluster: { region: 'eu-west-1a', oidcIssuer } }, 'environments/shop/production.ts cluster.region'],
  [
    'letters that changed places',
    { cluster: { region: 'us-esat-1', oidcIssuer } },
    'environments/shop/production.ts cluster.region',
  ],
  [
    'of a backend',
    { environment: { backend: secretsManager({ region: 'euwest1' }) } },
    'environments/shop/production.ts backend.region',
  ],
  [
    'of a store',
    {
      cluster: { stores: { shared } },
      environment: {
        backend,
        store: { kind: 'ClusterSecretStore', name: 'shared' },
      },
    },
    'environments/shop/production.ts backend.region',
    'environments/shop/production.ts cluster.stores.shared.backend.region',
  ],
];
