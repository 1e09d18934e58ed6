import type { Case } from './cases';

/** About 90 entries fill a policy. */
const withEntries = (count: number) => {
  const names = Array.from({ length: count }, (_, at) => `an-entry-with-a-rather-long-name-${'x'.repeat(60)}-${at}`);
  const fields = (at: number) => ({ fields: { [`KEY_${at}`]: {} } });
  return { entries: Object.fromEntries(names.map((name, at) => [name, fields(at)])), bundles: { all: { all: names } } };
};

export const cases: Case[] = [
  ['a few', withEntries(100)],
  ['many with long names', withEntries(490), 'environments/shop/production.ts store.identity.role.name'],
];
