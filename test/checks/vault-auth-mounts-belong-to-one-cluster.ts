import { kubernetesAuth, kubernetesCluster, vault } from '../../lib/model';
import { type Case, environments } from './cases';

const SERVER = 'https://vault.example.com';
const blue = kubernetesCluster({ name: 'blue' });
const green = kubernetesCluster({ name: 'green' });
const sample = { namespace: 'shop-{environment}' };

const at = (mount?: string, server = SERVER, namespace?: string) => ({
  backend: vault({ server, ...(namespace !== undefined && { namespace }) }),
  store: { identity: kubernetesAuth(mount === undefined ? {} : { mount }) },
});

export const cases: Case[] = [
  [
    'a mount for each cluster',
    environments(sample, { one: { cluster: blue, ...at() }, two: { cluster: green, ...at('green') } }),
  ],
  [
    'one mount of one cluster',
    environments(sample, { one: { cluster: blue, ...at() }, two: { cluster: blue, ...at() } }),
  ],
  [
    'one name in two Vaults, and in two namespaces of one',
    environments(sample, {
      one: { cluster: blue, ...at() },
      three: { cluster: blue, ...at('kubernetes', SERVER, 'teams') },
      two: { cluster: green, ...at('kubernetes', 'https://other.example.com') },
    }),
  ],
  [
    'one mount of two clusters',
    environments(sample, {
      one: { cluster: blue, ...at() },
      two: { cluster: green, ...at('kubernetes', `${SERVER}/`) },
    }),
    'environments/shop/two.ts store.identity.mount',
  ],
  [
    'one environment on two clusters',
    { environment: { clusters: [blue, green], ...at() } },
    'environments/shop/production.ts store.identity.mount',
  ],
];
