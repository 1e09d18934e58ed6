import { irsa } from '../../lib/model';
import { type Case, together } from './cases';

const make = (createNamespace: boolean) => ({
  environment: { createNamespace, store: { name: '{system}', identity: irsa() } },
});
const blog = { system: 'blog', namespace: 'shop', bundles: { 'blog-secrets': { all: ['app'] } } };

export const cases: Case[] = [
  ['made by one', together(make(true), { ...blog, ...make(false) })],
  ['made by two', together(make(true), { ...blog, ...make(true) }), 'environments/shop/production.ts createNamespace'],
];
