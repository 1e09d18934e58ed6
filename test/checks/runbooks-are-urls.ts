import { prometheus } from '../../lib/model';
import type { Case } from './cases';
import { MONITORING, watched } from './monitoring';

const of = (runbooks: string) => watched({ runbooks });
const PLACE = `${MONITORING}.runbooks`;

export const cases: Case[] = [
  ['a page', of('https://git.example.com/secrets/blob/main/docs/alerts.md')],
  ['none', { cluster: { monitoring: prometheus() } }, ['alerts-link-to-their-runbooks', PLACE]],
  ['a path', of('docs/alerts.md'), PLACE],
  ['a section', of('https://example.com/alerts#top'), PLACE],
  ['no host', of('https://'), PLACE],
];
