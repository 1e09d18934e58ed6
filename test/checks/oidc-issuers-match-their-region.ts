import type { Case } from './cases';

const oidcIssuer = 'oidc.eks.us-west-2.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30711';

export const cases: Case[] = [
  ['the same region', { cluster: { oidcIssuer, region: 'us-west-2' } }],
  ['another region', { cluster: { oidcIssuer } }, 'environments/shop/production.ts cluster.oidcIssuer'],
];
