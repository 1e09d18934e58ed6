import type { MergeInput } from '../../lib/model';
import type { Case } from './cases';

const createOrMerge = (version: string) => ({
  cluster: { operator: { version } },
  bundles: { a: { all: ['app'], creationPolicy: 'CreateOrMerge' as const } },
});

const merging = (version: string, merge: MergeInput) => ({
  cluster: { operator: { version } },
  bundles: { a: { everything: 'app', rewrite: [{ merge }] } },
});
const REWRITE = 'environments/shop/catalogue.ts bundles.a.rewrite';

export const cases: Case[] = [
  ['a merge in the first version that has it', merging('0.18.1', {})],
  ['a merge in one before', merging('0.17.0', {}), REWRITE],
  ['a policy of a merge in the first version that has it', merging('0.20.4', { priorityPolicy: 'Strict' })],
  ['a policy of a merge in one before', merging('0.20.1', { priorityPolicy: 'Strict' }), REWRITE],
  ['in the first version that has it', createOrMerge('2.8.0')],
  ['in the one before', createOrMerge('2.7.0'), 'environments/shop/catalogue.ts bundles.a.creationPolicy'],
];
