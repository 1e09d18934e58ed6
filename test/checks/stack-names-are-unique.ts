import { irsa } from '../../lib/model';
import { type Case, environments, together } from './cases';

const store = (name: string) => ({ store: { identity: irsa({ role: { name } }) } });
const one = environments({ system: 'a', namespace: 'one' }, { 'b-c': store('one') });
const other = environments({ system: 'a-b', namespace: 'other' }, { c: store('other') });
const PLACE = 'environments/a/b-c.ts name';

export const cases: Case[] = [
  ['two systems', together({ namespace: 'shop' }, { system: 'blog', namespace: 'blog' })],
  ['names that run into one', { systems: [...one.systems, ...other.systems] }, PLACE],
];
