import type { Case } from './cases';

const withEntries = (count: number) => {
  const names = Array.from({ length: count }, (_, at) => `entry${at}`);
  const entries = Object.fromEntries(names.map((name) => [name, { fields: { [name]: {} } }]));
  return { entries, bundles: { all: { all: names } } };
};

export const cases: Case[] = [
  ['500 entries', withEntries(500)],
  ['501 entries', withEntries(501), 'environments/shop/production.ts name'],
];
