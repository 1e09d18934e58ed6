import { vault } from '../../lib/model';
import { CERTIFICATE } from '../certificate';
import { sampleCluster } from '../sample';
import type { Case } from './cases';

const server = 'https://vault.example.com';
const trusting = (ca: string) => ({ environment: { backend: vault({ server, ca }) } });
const PLACE = 'environments/shop/production.ts backend.ca';
const label = 'PRIVATE KEY';
const KEY = `-----BEGIN ${label}-----\nAAAA\n-----END ${label}-----\n`;

const shared = (ca: string) => ({
  environment: {
    cluster: sampleCluster({ stores: { shared: { backend: vault({ server, ca }) } } }),
    backend: vault({ server, ca }),
    store: { kind: 'ClusterSecretStore', name: 'shared' } as const,
  },
});

export const cases: Case[] = [
  ['a certificate', trusting(CERTIFICATE)],
  ['two, with words between them', trusting(`${CERTIFICATE}the older one\n${CERTIFICATE}`)],
  ['no PEM', trusting('vault.example.com'), PLACE],
  ['a certificate that was cut short', trusting(CERTIFICATE.replace(/\n.{20}/, '\n')), PLACE],
  ['a certificate and its key', trusting(CERTIFICATE + KEY), PLACE],
  ['of a cluster store', shared('no PEM'), 'environments/shop/production.ts cluster.stores.shared.backend.ca'],
];
