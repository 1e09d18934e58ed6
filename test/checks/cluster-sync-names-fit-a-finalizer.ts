import { selected } from '../selected';
import type { Case } from './cases';

const PLACE = 'environments/shop/catalogue.ts bundles.app.clusterSyncName';
const long = 'a'.repeat(80);

export const cases: Case[] = [
  ['59 characters', selected({ clusterSyncName: 'a'.repeat(59) })],
  ['60 characters', selected({ clusterSyncName: 'a'.repeat(60) }), PLACE],
  ['one that is derived from a long name', { ...selected(), bundles: { [long]: selected().bundles!.app! } }],
];
