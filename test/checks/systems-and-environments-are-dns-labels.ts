import { type Case, environments } from './cases';

export const cases: Case[] = [
  ['lower case', { system: 'shop-2' }],
  ['a system in upper case', { system: 'Shop' }, 'environments/Shop/catalogue.ts system'],
  ['a system with an emoji', { system: 'shop🛒' }, 'environments/shop🛒/catalogue.ts system'],
  ['a system on its way out', { system: '../shop' }, 'environments/../shop/catalogue.ts system'],
  ['an environment with a dot', environments({}, { 'v1.2': {} }), 'environments/shop/catalogue.ts environments'],
];
