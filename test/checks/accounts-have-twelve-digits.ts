import { secretsManager } from '../../lib/model';
import type { Case } from './cases';

export const cases: Case[] = [
  ['twelve digits', { cluster: { account: '012345678901' } }],
  ['eleven digits', { cluster: { account: '12345678901' } }, 'environments/shop/production.ts cluster.account'],
  ['hyphens', { cluster: { account: '1234-5678-9012' } }, 'environments/shop/production.ts cluster.account'],
  [
    'a name, of a backend',
    { environment: { backend: secretsManager({ account: 'live' }) } },
    'environments/shop/production.ts backend.account',
  ],
];
