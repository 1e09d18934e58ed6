import type { Case } from './cases';
import { onKeyVault } from './key-vault';

export const cases: Case[] = [
  ['UUIDs', onKeyVault({})],
  [
    'a tenant by its name',
    onKeyVault({}, {}, { tenantId: 'example.com' }),
    'environments/shop/production.ts backend.tenantId',
  ],
  ['no client id', onKeyVault({}, {}, {}, ''), 'environments/shop/production.ts store.identity.clientId'],
];
