import { ISSUER } from '../sample';
import type { Case } from './cases';
import { apart, edge, fleet } from './gitops';

const green = { destination: { name: 'green' } };

export const cases: Case[] = [
  ['an Argo CD of two clusters', apart({ gitops: fleet() }, { gitops: fleet(), ...green })],
  ['two Fluxes of one name', apart({ gitops: edge() }, { gitops: edge({ interval: '5m' }) })],
  [
    'an Argo CD with two repositories',
    apart({ gitops: fleet() }, { gitops: fleet({ repoURL: 'https://git.example.com/other.git' }), ...green }),
    'environments/shop/two.ts cluster.gitops.repoURL',
  ],
  [
    'a Flux with two sources',
    apart({ gitops: edge() }, { name: 'blue', oidcIssuer: ISSUER, gitops: edge({ sourceRef: { name: 'other' } }) }),
    'environments/shop/one.ts cluster.gitops.sourceRef',
    ['secrets-have-one-maker', 'environments/shop/two.ts namespace'],
  ],
];
