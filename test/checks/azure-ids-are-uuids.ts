import { irsa } from '../../lib/model';
import type { Case } from './cases';
import { onKeyVault } from './key-vault';

export const cases: Case[] = [
  ['UUIDs', onKeyVault({})],
  [
    'a tenant by its name',
    onKeyVault({}, {}, { tenantId: 'example.com' }),
    'environments/shop/production.ts backend.tenantId',
  ],
  [
    "a tenant by its name, and an identity of another backend's",
    onKeyVault({}, { store: { identity: irsa() } }, { tenantId: 'example.com' }),
    'environments/shop/production.ts backend.tenantId',
    ['identities-fit-their-backend', 'environments/shop/production.ts store.identity'],
  ],
  ['no client id', onKeyVault({}, {}, {}, ''), 'environments/shop/production.ts store.identity.clientId'],
];
