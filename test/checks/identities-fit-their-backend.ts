import { irsa, kubernetesAuth, staticCredentials, vault } from '../../lib/model';
import type { Case } from './cases';

const PLACE = 'environments/shop/production.ts store.identity';
const backend = vault({ server: 'https://vault.example.com' });

export const cases: Case[] = [
  ['the default of Secrets Manager', { environment: { store: {} } }],
  ['the default of Vault', { environment: { backend } }],
  ['Kubernetes auth with Vault', { environment: { backend, store: { identity: kubernetesAuth() } } }],
  [
    'an access key with Secrets Manager',
    { environment: { store: { identity: staticCredentials({ secretName: 'aws' }) } } },
    ['eks-clusters-read-without-access-keys', PLACE],
  ],
  ['Kubernetes auth with Secrets Manager', { environment: { store: { identity: kubernetesAuth() } } }, PLACE],
  ['IRSA with Vault', { environment: { backend, store: { identity: irsa() } } }, PLACE],
];
