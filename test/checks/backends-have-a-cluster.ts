import { secretsManager } from '../../lib/model';
import { type Case, untyped } from './cases';

const backend = secretsManager({ account: '123456789012', region: 'eu-west-1' });
const catalogue = {
  system: 'shop',
  environments: ['production'],
  namespace: 'shop',
  entries: { app: { fields: { TOKEN: {} } } },
  bundles: { 'shop-secrets': { all: ['app'] } },
};

export const cases: Case[] = [
  ['a cluster', {}],
  [
    'an account and a region only',
    untyped({ systems: [{ catalogue, environments: [{ name: 'production', backend }] }] }),
    'environments/shop/production.ts cluster',
  ],
];
