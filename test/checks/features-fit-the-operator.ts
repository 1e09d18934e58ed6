import type { Case } from './cases';

const createOrMerge = (version: string) => ({
  cluster: { operator: { version } },
  bundles: { a: { all: ['app'], creationPolicy: 'CreateOrMerge' as const } },
});

export const cases: Case[] = [
  ['in the first version that has it', createOrMerge('2.8.0')],
  ['in the one before', createOrMerge('2.7.0'), 'environments/shop/catalogue.ts bundles.a.creationPolicy'],
];
