import type { Case } from './cases';

const two = (syncName: string, namespace = 'shop') => ({
  bundles: { a: { all: ['app'] }, b: { all: ['app'], syncName, namespace } },
});

export const cases: Case[] = [
  ['two names', two('b')],
  ['two namespaces', two('a', 'other')],
  ['one name', two('a'), 'environments/shop/catalogue.ts bundles.b.syncName'],
];
