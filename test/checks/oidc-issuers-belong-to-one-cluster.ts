import { type Case, cluster, environments } from './cases';

const green = (id: string) => cluster({ name: 'green', oidcIssuer: `oidc.eks.eu-west-1.amazonaws.com/id/${id}` });

export const cases: Case[] = [
  ['two clusters', environments({}, { blue: {}, green: { cluster: green('EXAMPLE0539D4633E53DE1B716D30766') } })],
  [
    'copied',
    environments({}, { blue: {}, green: { cluster: green('EXAMPLE0539D4633E53DE1B716D30755') } }),
    'environments/shop/green.ts cluster.oidcIssuer',
  ],
];
