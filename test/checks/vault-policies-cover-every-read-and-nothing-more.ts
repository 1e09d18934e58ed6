import type { Case } from './cases';
import { writtenVault } from './written-vault';

const PLACE = 'environments/shop/production.ts store.identity';

export const cases: Case[] = [
  ['what is read', writtenVault()],
  [
    'what is read and everything beside it',
    writtenVault((draft) => {
      draft.policy += '\npath "secret/data/shop/*" {\n  capabilities = ["read"]\n}\n';
    }),
    PLACE,
  ],
  [
    'something else',
    writtenVault((draft) => {
      draft.policy = draft.policy.replace('app', 'other');
    }),
    PLACE,
    PLACE,
  ],
  [
    'more than reading',
    writtenVault((draft) => {
      draft.policy = draft.policy.replace('"read"', '"read", "list"');
    }),
    PLACE,
  ],
  [
    'a policy that the role does not have',
    writtenVault((draft) => {
      draft.role.token_policies = [];
    }),
    PLACE,
  ],
];
