import { eksCluster, podIdentity } from '../../lib/model';
import type { Case } from './cases';

const cluster = eksCluster({ name: 'blue', account: '123456789012', region: 'eu-west-1' });

export const cases: Case[] = [
  ['with Pod Identity nobody asks', { environment: { cluster, store: { identity: podIdentity() } } }],
  ['with irsa', { environment: { cluster } }, 'environments/shop/production.ts cluster.oidcIssuer'],
];
