import type { Case } from './cases';
import { writtenVault } from './written-vault';

const PLACE = 'environments/shop/production.ts store.identity';

const found = (listing: string, find: object = { name: { regexp: '.*' } }) =>
  writtenVault((draft) => {
    Object.assign(draft.sync.spec, { data: [], dataFrom: [{ find: { path: 'shop/production', ...find } }] });
    draft.policy = `${rule('data', '"read"')}${rule('metadata', listing)}`;
  });
const rule = (kind: string, capabilities: string) =>
  `path "secret/${kind}/shop/production/*" {\n  capabilities = [${capabilities}]\n}\n`;

export const cases: Case[] = [
  ['what is read', writtenVault()],
  [
    'what is read and everything beside it',
    writtenVault((draft) => {
      draft.policy += '\npath "secret/data/shop/*" {\n  capabilities = ["read"]\n}\n';
    }),
    PLACE,
  ],
  ['what is found', found('"list"')],
  ['what is found by its tags', found('"list", "read"', { tags: { team: 'shop' } })],
  ['the tags of what is found by its name', found('"list", "read"'), PLACE],
  ['not the list of what is found', found('"read"'), PLACE],
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
