import { prometheus } from '../../lib/model';
import type { Case } from './cases';
import { MONITORING, watched } from './monitoring';

export const cases: Case[] = [
  ['runbooks', watched({})],
  ['nothing that watches over the cluster', {}],
  ['no runbooks', { cluster: { monitoring: prometheus() } }, `${MONITORING}.runbooks`],
];
