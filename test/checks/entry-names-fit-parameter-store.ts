import { parameterStore } from '../../lib/model';
import type { Case } from './cases';

const named = (entryName: string) => ({ environment: { backend: parameterStore({ entryName }) } });
const PLACE = 'environments/shop/production.ts backend.entryName';

export const cases: Case[] = [
  ['the default', { environment: { backend: parameterStore() } }],
  ['one step', named('{system}-{entry}')],
  ['steps without a slash in front', named('{system}/{entry}'), PLACE],
  ['a reserved one', named('/aws/{entry}'), PLACE],
  ['a character of Secrets Manager', named('/{system}/{entry}@home'), PLACE],
  ['too deep', named(`${'/x'.repeat(15)}/{entry}`), PLACE],
];
