import type { Case } from './cases';
import { writtenVault } from './written-vault';

const PLACE = 'environments/shop/production.ts store.identity';

export const cases: Case[] = [
  ["the store's own", writtenVault()],
  [
    'every one of its namespace',
    writtenVault((draft) => {
      draft.role.bound_service_account_names = ['*'];
    }),
    PLACE,
  ],
  [
    'one of another namespace',
    writtenVault((draft) => {
      draft.role.bound_service_account_namespaces = ['ops'];
    }),
    PLACE,
  ],
  [
    'tokens for somebody else',
    writtenVault((draft) => {
      draft.role.audience = 'sts.amazonaws.com';
    }),
    PLACE,
  ],
  [
    'a role that nothing defines',
    writtenVault((draft) => {
      draft.store.spec.provider.vault.auth.kubernetes.role = 'elsewhere';
    }),
    PLACE,
  ],
];
