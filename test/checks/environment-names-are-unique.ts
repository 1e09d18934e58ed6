import { sampleProject } from '../sample';
import { type Case, environments } from './cases';

const { systems } = sampleProject();
const [{ catalogue, environments: own }] = systems as [(typeof systems)[number]];

export const cases: Case[] = [
  ['two environments', environments({ namespace: 'shop-{environment}' }, { one: {}, two: {} })],
  [
    'listed twice',
    { systems: [{ catalogue, environments: [...own, ...own] }] },
    'environments/shop/index.ts environments',
  ],
];
