import { irsa } from '../../lib/model';
import { type Case, together } from './cases';

const read = (serviceAccount: string) => ({
  environment: { store: { name: '{system}', identity: irsa({ serviceAccount }) } },
});
const blog = { system: 'blog', namespace: 'shop', bundles: { 'blog-secrets': { all: ['app'] } } };

export const cases: Case[] = [
  ['a ServiceAccount for each system', together(read('shop'), { ...blog, ...read('blog') })],
  [
    'one for two',
    together(read('reader'), { ...blog, ...read('reader') }),
    'environments/shop/production.ts store.identity.serviceAccount',
  ],
];
