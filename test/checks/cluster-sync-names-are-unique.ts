import { SELECTOR, selected } from '../selected';
import { type Case, cluster, environments, together } from './cases';

const two = (clusterSyncName: string) => ({
  ...selected(),
  bundles: {
    a: { all: ['app'], namespaceSelector: SELECTOR, clusterSyncName },
    b: { all: ['app'], namespaceSelector: SELECTOR, clusterSyncName: 'b' },
  },
});
const named = selected({ clusterSyncName: 'tokens', namespaceSelector: { matchLabels: { stage: '{environment}' } } });

export const cases: Case[] = [
  ['two names', two('a')],
  ['one name', two('b'), 'environments/shop/catalogue.ts bundles.b.clusterSyncName'],
  [
    'two systems',
    together(named, {
      ...named,
      system: 'blog',
      bundles: { app: { ...named.bundles!.app!, secretName: 'blog', syncName: 'blog' } },
    }),
    'environments/shop/catalogue.ts bundles.app.clusterSyncName',
  ],
  [
    'two environments',
    environments(named, { one: {}, two: {} }),
    'environments/shop/catalogue.ts bundles.app.clusterSyncName',
  ],
  [
    'two environments on two clusters',
    environments(named, {
      one: {},
      two: { cluster: cluster({ ...named.cluster, name: 'green', oidcIssuer: 'oidc.example.com/2' }) },
    }),
  ],
];
