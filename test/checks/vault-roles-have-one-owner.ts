import { kubernetesAuth, vault } from '../../lib/model';
import { type Case, environments } from './cases';

const PLACE = 'store.identity.role';
const server = 'https://vault.example.com';
const reading = (role: { name?: string; policy?: string }, mount = 'kubernetes', at = server) => ({
  backend: vault({ server: at }),
  store: { identity: kubernetesAuth({ mount, role }) },
});
const sample = { namespace: 'shop-{environment}' };
const twice = { bundles: { a: { all: ['app'], namespace: ['one', 'two'] } } };

export const cases: Case[] = [
  ['a role for each namespace', { ...twice, environment: reading({ name: '{namespace}' }) }],
  [
    'one for two namespaces, and so one policy',
    { ...twice, environment: reading({ name: 'reader' }) },
    `environments/shop/production.ts ${PLACE}.name`,
  ],
  [
    'one policy for two roles',
    { ...twice, environment: reading({ policy: 'reader' }) },
    `environments/shop/production.ts ${PLACE}.policy`,
  ],
  [
    'one for two environments',
    environments(sample, { one: reading({ name: 'reader' }), two: reading({ name: 'reader' }) }),
    `environments/shop/two.ts ${PLACE}.name`,
  ],
  [
    "another's policy by the name of its role",
    environments(sample, { one: reading({ name: 'reader' }), two: reading({ policy: 'reader' }) }),
    `environments/shop/two.ts ${PLACE}.policy`,
  ],
  [
    'one name at two mounts, and in two Vaults',
    environments(sample, {
      one: reading({ name: 'reader', policy: 'one' }, 'blue'),
      three: reading({ name: 'reader' }, 'blue', 'https://other.example.com'),
      two: reading({ name: 'reader', policy: 'two' }, 'green'),
    }),
  ],
];
