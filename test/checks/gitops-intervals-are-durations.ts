import type { Case } from './cases';
import { edge, on } from './gitops';

const of = (interval: string) => on({ gitops: edge({ interval }) });
const INTERVAL = 'environments/shop/production.ts cluster.gitops.interval';

export const cases: Case[] = [
  ['nothing said', on({ gitops: edge() })],
  ['hours', of('1h')],
  ['days', of('1d'), INTERVAL],
  ['seconds', of('10s'), INTERVAL],
  ['never', of('0'), INTERVAL],
];
