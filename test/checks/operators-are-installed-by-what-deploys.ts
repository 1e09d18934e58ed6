import type { Case } from './cases';
import { edge, fleet, on } from './gitops';

const INSTALL = 'environments/shop/production.ts cluster.operator.install';

export const cases: Case[] = [
  ['by Argo CD', on({ gitops: fleet() })],
  ['by Helm where Flux deploys', on({ gitops: edge(), operator: { install: 'helmValues' } })],
  ['by nothing', on({ operator: { install: 'none' } })],
  ['by an Argo CD that is not there', on({ operator: { install: 'argocd' } }), INSTALL],
  ['by Flux where Argo CD deploys', on({ gitops: fleet(), operator: { install: 'flux' } }), INSTALL],
];
