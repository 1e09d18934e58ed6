import { irsa } from '../../lib/model';
import { type Case, environments } from './cases';

const read = (name: string) => ({ store: { identity: irsa({ role: { name } }) } });
const sample = { namespace: 'shop-{environment}' };
const twice = { bundles: { a: { all: ['app'], namespace: ['one', 'two'] } } };

export const cases: Case[] = [
  ['a role for each environment', environments(sample, { one: read('{environment}'), two: read('{environment}') })],
  [
    'one for two environments',
    environments(sample, { one: read('reader'), two: read('reader') }),
    'environments/shop/two.ts store.identity.role.name',
  ],
  [
    'one for two namespaces',
    { ...twice, environment: read('reader') },
    'environments/shop/production.ts store.identity.role.name',
  ],
];
