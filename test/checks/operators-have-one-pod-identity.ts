import { podIdentity } from '../../lib/model';
import { type Case, cluster, environments } from './cases';

const pods = { store: { identity: podIdentity() } };
const sample = { namespace: 'shop-{environment}' };

export const cases: Case[] = [
  [
    'on clusters of their own',
    environments(sample, {
      one: pods,
      two: { ...pods, cluster: cluster({ name: 'green', oidcIssuer: 'oidc.example.com/2' }) },
    }),
  ],
  ['on one cluster', environments(sample, { one: pods, two: pods }), 'environments/shop/two.ts store.identity.kind'],
];
