import { type Case, cluster } from './cases';

const dedicated = cluster({ operator: { dedicated: true } });

export const cases: Case[] = [
  ['somebody else makes it', { environment: { cluster: dedicated } }],
  ['an operator for everybody', { environment: { createNamespace: true } }],
  [
    'several namespaces',
    {
      environment: { cluster: dedicated, createNamespace: true },
      bundles: { 'shop-secrets': { all: ['app'], namespace: ['shop', 'jobs'] } },
    },
  ],
  [
    'the environment makes it',
    { environment: { cluster: dedicated, createNamespace: true } },
    'environments/shop/production.ts createNamespace',
  ],
];
