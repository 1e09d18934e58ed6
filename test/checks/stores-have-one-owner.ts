import { irsa } from '../../lib/model';
import { type Case, together } from './cases';

const named = (name: string) => ({ environment: { store: { name, identity: irsa() } } });
const blog = { system: 'blog', namespace: 'shop', bundles: { 'blog-secrets': { all: ['app'] } } };

export const cases: Case[] = [
  ['a store for each system', together(named('{system}'), { ...blog, ...named('{system}') })],
  ['one name in one namespace', together({}, blog), 'environments/shop/production.ts store.name'],
];
