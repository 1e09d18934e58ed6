import { type Case, cluster } from './cases';

const named = (name: string, id: string) => cluster({ name, oidcIssuer: `oidc.example.com/${id}` });
const PLACE = 'environments/shop/production.ts clusters';

export const cases: Case[] = [
  ['blue and green', { environment: { clusters: [named('blue', '1'), named('green', '2')] } }],
  ['blue and blue', { environment: { clusters: [named('blue', '1'), named('blue', '1')] } }, PLACE],
  ['names that IAM takes for one', { environment: { clusters: [named('blue-1', '1'), named('blue_1', '2')] } }, PLACE],
];
