import type { Case } from './cases';

const policies = (creationPolicy: string, deletionPolicy: string) =>
  ({ bundles: { a: { all: ['app'], creationPolicy, deletionPolicy } } }) as never;
const PLACE = 'environments/shop/catalogue.ts bundles.a.deletionPolicy';

export const cases: Case[] = [
  ['Delete with Orphan', policies('Orphan', 'Delete')],
  ['Merge with Merge', policies('Merge', 'Merge')],
  ['Delete with Merge', policies('Merge', 'Delete'), PLACE],
  ['Delete with None', policies('None', 'Delete'), PLACE],
  ['Delete with CreateOrMerge', policies('CreateOrMerge', 'Delete'), PLACE],
  ['Merge with None', policies('None', 'Merge'), PLACE],
];
