import type { Case } from './cases';
import { apart, edge, fleet } from './gitops';

const DESTINATION = 'environments/shop/two.ts cluster.destination';
const gitops = fleet();
const destination = { name: 'green' };

export const cases: Case[] = [
  ['two destinations', apart({ gitops }, { gitops, destination })],
  ['of two Fluxes', apart({ gitops: edge() }, { gitops: edge() })],
  ['nothing said', apart({ gitops }, { gitops }), DESTINATION],
  [
    'nothing said, and the same by name',
    apart({ gitops }, { gitops, destination: { name: 'in-cluster' } }),
    DESTINATION,
  ],
  ['twice the same', apart({ gitops, destination }, { gitops, destination }), DESTINATION],
];
