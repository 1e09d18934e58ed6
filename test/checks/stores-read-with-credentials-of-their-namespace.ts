import { irsa, staticCredentials } from '../../lib/model';
import type { Case } from './cases';

const PLACE = 'environments/shop/production.ts store.identity.namespace';

export const cases: Case[] = [
  ['a ServiceAccount of its own namespace', { environment: { store: { identity: irsa({ namespace: 'shop' }) } } }],
  ['a ServiceAccount of another', { environment: { store: { identity: irsa({ namespace: 'ops' }) } } }, PLACE],
  [
    'a Secret of another',
    { environment: { store: { identity: staticCredentials({ secretName: 'aws', namespace: 'ops' }) } } },
    ['eks-clusters-read-without-access-keys', 'environments/shop/production.ts store.identity'],
    PLACE,
  ],
];
