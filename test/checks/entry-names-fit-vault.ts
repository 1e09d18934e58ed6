import { vault } from '../../lib/model';
import type { Case } from './cases';

const named = (entryName: string) => ({
  environment: { backend: vault({ server: 'https://vault.example.com', entryName }) },
});
const PLACE = 'environments/shop/production.ts backend.entryName';

export const cases: Case[] = [
  ['the default', { environment: { backend: vault({ server: 'https://vault.example.com' }) } }],
  ['a path', named('teams/{system}/{environment}.{entry}')],
  ['a wildcard of its policies', named('teams/+/{entry}'), PLACE],
  ['a slash in front', named('/{system}/{entry}'), PLACE],
  ['the mount', named('secret/{system}/{entry}'), PLACE],
  ['a part of the API', named('data/{system}/{entry}'), PLACE],
];
