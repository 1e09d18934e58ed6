import { type Case, cluster } from './cases';

const onClusters = (count: number) => ({
  environment: {
    clusters: Array.from({ length: count }, (_, at) =>
      cluster({ name: `blue${at}`, oidcIssuer: `oidc.example.com/id/EXAMPLE0539D4633E53DE1B716D30${at}` }),
    ),
  },
});

export const cases: Case[] = [
  ['four clusters', onClusters(4)],
  ['six clusters', onClusters(6), 'environments/shop/production.ts clusters'],
];
