import type { Case } from './cases';

const runAs = (serviceAccount: string) => ({
  bundles: { a: { all: ['app'], consumers: [{ kind: 'Deployment' as const, name: 'shop', serviceAccount }] } },
});

export const cases: Case[] = [
  ['a ServiceAccount of its own', runAs('shop')],
  ["the store's", runAs('shop-external-secrets'), 'environments/shop/catalogue.ts bundles.a.consumers'],
];
