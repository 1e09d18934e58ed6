import type { Case } from './cases';
import { MONITORING, watched } from './monitoring';

const of = (notReadyFor: string) => watched({ thresholds: { notReadyFor } });
const PLACE = `${MONITORING}.thresholds.notReadyFor`;

export const cases: Case[] = [
  ['days and hours', of('1d12h')],
  ['at once', of('0s')],
  ['nothing', of(''), PLACE],
  ['a number', of('15'), PLACE],
  ['a broken one, which Go takes', of('1.5h'), PLACE],
  ['the greatest last', of('30m1h'), PLACE],
  ['words', watched({ thresholds: { silentFor: '10 minutes' } }), `${MONITORING}.thresholds.silentFor`],
];
