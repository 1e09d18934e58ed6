import type { Case } from './cases';
import { type Draft, written } from './written';

const PLACE = 'environments/shop/catalogue.ts bundles.shop-secrets';
const withTarget = (target: object) => written((draft) => Object.assign(draft.sync.spec.target, target));
const withSpec = (change: (spec: Draft['sync']['spec']) => void) => written((draft) => change(draft.sync.spec));

export const cases: Case[] = [
  ['data, and a target', written()],
  [
    'extract',
    withSpec((spec) => Object.assign(spec, { data: [], dataFrom: [{ extract: { key: 'shop/production/app' } }] })),
  ],
  ['neither data nor dataFrom', withSpec((spec) => (spec.data = [])), PLACE],
  [
    'a dataFrom of nothing, in a patch',
    written((draft) => Object.assign(draft.sync.spec, { dataFrom: [{}] }), {
      bundles: { 'shop-secrets': { all: ['app'], patch: { dataFrom: [{}] } } },
    }),
    `${PLACE}.patch`,
  ],
  [
    'extract and find',
    withSpec((spec) => Object.assign(spec, { dataFrom: [{ extract: { key: 'shop/production/app' }, find: {} }] })),
    PLACE,
  ],
  ['neither of them', withSpec((spec) => Object.assign(spec, { dataFrom: [{}] })), PLACE],
  ['a key twice', withSpec((spec) => spec.data.push(...spec.data)), PLACE],
  ['Delete with Merge', withTarget({ creationPolicy: 'Merge', deletionPolicy: 'Delete' }), PLACE],
  ['Merge with None', withTarget({ creationPolicy: 'None', deletionPolicy: 'Merge' }), PLACE],
];
