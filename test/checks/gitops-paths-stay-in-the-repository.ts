import type { Case } from './cases';
import { edge, fleet, on } from './gitops';

const of = (path: string) => on({ gitops: fleet({ path }) });
const PATH = 'environments/shop/production.ts cluster.gitops.path';

export const cases: Case[] = [
  ['another folder', of('clusters/secrets/')],
  ['the root', of('.')],
  ['as Flux writes it', on({ gitops: edge({ path: './secrets' }) })],
  ['outside', of('../dist/kubernetes'), PATH],
  ['of the machine', of('/dist/kubernetes'), PATH],
  ['of Windows', of('dist\\kubernetes'), PATH],
  ['of Flux, outside', on({ gitops: edge({ path: './dist/../..' }) }), PATH],
];
