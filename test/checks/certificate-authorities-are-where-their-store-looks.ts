import { type CertificateAuthorityReference, vault } from '../../lib/model';
import { sampleCluster } from '../sample';
import type { Case } from './cases';

const backend = (ca: Partial<CertificateAuthorityReference>) =>
  vault({ server: 'https://vault.example.com', ca: { type: 'ConfigMap', name: 'authorities', ...ca } });
const own = (ca: Partial<CertificateAuthorityReference>) => ({ environment: { backend: backend(ca) } });
const shared = (ca: Partial<CertificateAuthorityReference>) => ({
  environment: {
    cluster: sampleCluster({ stores: { shared: { backend: backend(ca) } } }),
    backend: backend(ca),
    store: { kind: 'ClusterSecretStore', name: 'shared' } as const,
  },
});

export const cases: Case[] = [
  ['in the namespace of a SecretStore', own({})],
  ['in one that a ClusterSecretStore names', shared({ namespace: 'authorities' })],
  [
    'in another than the SecretStore',
    own({ namespace: 'other' }),
    'environments/shop/production.ts backend.ca.namespace',
  ],
  [
    'in none that a ClusterSecretStore names',
    shared({}),
    'environments/shop/production.ts cluster.stores.shared.backend.ca.namespace',
  ],
];
