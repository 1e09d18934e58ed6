import { type EnvironmentInput, embedded, vault } from '../../lib/model';
import type { Case } from './cases';

const BUNDLE = 'environments/shop/catalogue.ts bundles.found';
const finding = (path: string, environment: Partial<EnvironmentInput> = {}) => ({
  bundles: { 'shop-secrets': { all: ['app'] }, found: { find: { path } } },
  environment,
});
const onVault = { backend: vault({ server: 'https://vault.example.com' }) };
const inTheRepository = { tier: 'dev' as const, backend: embedded({ values: { app: { TOKEN: 'dev' } } }) };

export const cases: Case[] = [
  ['below a path of the system', finding('{system}/{environment}/')],
  ['everything', finding('/'), `${BUNDLE}.find.path`],
  ['in Vault', finding('{system}/{environment}/', onVault), `${BUNDLE}.find`],
  ['in the repository', finding('{system}/{environment}/', inTheRepository), BUNDLE],
];
