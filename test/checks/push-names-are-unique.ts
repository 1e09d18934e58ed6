import { type Case, cluster, environments } from './cases';
import { PUSH, pushing } from './pushes';

const bundles = { 'shop-secrets': { all: ['app'], namespace: '{environment}' } };

export const cases: Case[] = [
  [
    'two namespaces',
    environments(pushing({ namespace: '{environment}' }, undefined, { bundles }), { one: {}, two: {} }),
  ],
  [
    'two clusters',
    environments(pushing({}, undefined, { bundles }), {
      one: {},
      two: { cluster: cluster({ name: 'green', oidcIssuer: 'oidc.example.com/2' }) },
    }),
  ],
  ['two environments in one namespace', environments(pushing({}, undefined, { bundles }), { one: {}, two: {} }), PUSH],
];
