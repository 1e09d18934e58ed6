import { type EnvironmentInput, vault } from '../../lib/model';
import type { Case } from './cases';

const tags = (environment: Partial<EnvironmentInput> = {}) => ({
  bundles: { 'shop-secrets': { keys: { TAGS: { from: 'app.TOKEN', metadata: true } } } },
  environment,
});

export const cases: Case[] = [
  ['in Secrets Manager', tags()],
  [
    'in Vault',
    tags({ backend: vault({ server: 'https://vault.example.com' }) }),
    'environments/shop/catalogue.ts bundles.shop-secrets.keys.TAGS.metadata',
  ],
];
