import { irsa } from '../../lib/model';
import type { Case } from './cases';

const role = (said: object) => ({ environment: { store: { identity: irsa({ role: said }) } } });
const ROLE = 'environments/shop/production.ts store.identity.role';

export const cases: Case[] = [
  ['a name and a path', role({ name: 'shop_reader', path: '/readers/shop/' })],
  ['a long system, whose role is shortened', { system: 'a'.repeat(60) }],
  ['a name of 65 characters', role({ name: 'a'.repeat(65) }), `${ROLE}.name`],
  ['a slash in the name', role({ name: 'readers/shop' }), `${ROLE}.name`],
  ['a path without slashes', role({ path: 'readers' }), `${ROLE}.path`],
  ['a path of 513 characters', role({ path: `/${'a'.repeat(511)}/` }), `${ROLE}.path`],
];
