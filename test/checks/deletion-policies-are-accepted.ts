import { embedded } from '../../lib/model';
import { type Case, environments } from './cases';

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
  [
    'in the catalogue, beside an environment with its values in the repository',
    environments(
      { bundles: { a: { all: ['app'], creationPolicy: 'Merge', deletionPolicy: 'Delete' } } },
      { dev: { tier: 'dev', backend: embedded({ values: { app: { TOKEN: 'x' } } }) }, staging: {} },
    ),
    'environments/shop/catalogue.ts bundles.a.deletionPolicy',
  ],
];
