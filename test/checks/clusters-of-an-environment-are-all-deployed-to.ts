import type { Case } from './cases';
import { edge, fleet, together } from './gitops';

const CLUSTERS = 'environments/shop/production.ts clusters';

export const cases: Case[] = [
  ['by nothing', together({}, {})],
  ['each by something else', together({ gitops: fleet() }, { gitops: edge() })],
  ['one of two', together({ gitops: fleet() }, {}), CLUSTERS],
];
