import { type Case, cluster } from './cases';

const blueAndGreen = (blue: string, green: string) => ({
  environment: {
    clusters: [
      cluster({ operator: { version: blue } }),
      cluster({ name: 'green', oidcIssuer: 'oidc.example.com/2', operator: { version: green } }),
    ],
  },
});

export const cases: Case[] = [
  ['versions with the same defaults', blueAndGreen('2.7.0', '2.8.1')],
  ['before and after a change', blueAndGreen('2.8.1', '2.9.0'), 'environments/shop/production.ts clusters'],
];
