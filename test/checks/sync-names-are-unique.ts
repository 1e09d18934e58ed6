import { SELECTOR, selected } from '../selected';
import type { Case } from './cases';

const two = (syncName: string, namespace = 'shop') => ({
  bundles: { a: { all: ['app'] }, b: { all: ['app'], syncName, namespace } },
});

const twoSelected = (syncName: string) => ({
  ...selected(),
  bundles: {
    a: { all: ['app'], namespaceSelector: SELECTOR },
    b: { all: ['app'], namespaceSelector: SELECTOR, syncName },
  },
});

export const cases: Case[] = [
  ['two names', two('b')],
  ['two namespaces', two('a', 'other')],
  ['two names in selected namespaces', twoSelected('b')],
  ['one name in selected namespaces', twoSelected('a'), 'environments/shop/catalogue.ts bundles.b.syncName'],
  ['one name', two('a'), 'environments/shop/catalogue.ts bundles.b.syncName'],
];
