import type { Case } from './cases';
import { edge, fleet, on } from './gitops';

const NAME = 'environments/shop/production.ts cluster.gitops.name';

export const cases: Case[] = [
  ['of their own', on({ gitops: fleet() })],
  ['that of an environment', on({ gitops: fleet({ name: 'shop-production' }) }), NAME],
  [
    'a system that is called cluster',
    { ...on({ gitops: fleet({ name: 'cluster-production' }) }), system: 'cluster' },
    'environments/cluster/production.ts cluster.gitops.name',
  ],
  ['that of the operator', on({ gitops: edge({ name: 'external-secrets' }) }), NAME],
  ['that of what Flux has made', on({ gitops: edge({ name: 'flux-system' }) }), NAME],
];
