import type { Case } from './cases';

const operator = (version: string) => ({ cluster: { operator: { version } } });
const PLACE = 'environments/shop/production.ts cluster.operator.version';

export const cases: Case[] = [
  ['the last of the first major', operator('0.20.4')],
  ['one of the second major', operator('1.3.2')],
  ['one of the third major', operator('2.0.1')],
  ['between two majors', operator('0.99.1'), PLACE],
  ['the one after the last minor', operator('0.21.0'), PLACE],
  ['beyond the last minor of the second major', operator('1.9.0'), PLACE],
  ['newer than any', operator('2.10.0'), ['operator-versions-are-known', PLACE]],
  ['older than any that is supported', operator('0.16.2'), ['operator-versions-are-supported', PLACE]],
];
