import {
  azureKeyVault,
  type EnvironmentInput,
  embedded,
  type FindInput,
  parameterStore,
  provider,
  vault,
  workloadIdentity,
} from '../../lib/model';
import type { Case } from './cases';

const BUNDLE = 'environments/shop/catalogue.ts bundles.found';
const finding = (find: FindInput, environment: Partial<EnvironmentInput> = {}) => ({
  bundles: { 'shop-secrets': { all: ['app'] }, found: { find } },
  environment,
});
const below = (path: string, environment: Partial<EnvironmentInput> = {}) => finding({ path }, environment);
const own = { path: '{system}/{environment}/' };
const onVault = (version: 'v1' | 'v2' = 'v2') => ({
  backend: vault({ server: 'https://vault.example.com', version }),
});
const onParameterStore = { backend: parameterStore() };
const onKeyVault = {
  backend: azureKeyVault({
    vaultUrl: 'https://shop.vault.azure.net',
    tenantId: '11111111-2222-3333-4444-555555555555',
  }),
  store: { identity: workloadIdentity({ clientId: '11111111-2222-3333-4444-555555555555' }) },
};
const inTheRepository = { tier: 'dev' as const, backend: embedded({ values: { app: { TOKEN: 'dev' } } }) };
const onAnother = (name: 'webhook' | 'fake') => ({ backend: provider(name, {} as never) });

export const cases: Case[] = [
  ['below a path of the system', finding(own)],
  ['by tags', finding({ ...own, tags: { team: 'shop' } })],
  ['in a folder of Parameter Store', below('/{system}/{environment}/', onParameterStore)],
  ['in a folder of Vault', finding(own, onVault())],
  ['everything of a backend in which nothing is granted', finding({}, onAnother('fake'))],
  ['below nothing', finding({ name: 'app' }), `${BUNDLE}.find.path`],
  ['everything', below('/'), `${BUNDLE}.find.path`],
  ['every parameter', below('/', onParameterStore), `${BUNDLE}.find.path`],
  ['parameters without the slash that they begin with', finding(own, onParameterStore), `${BUNDLE}.find.path`],
  ['all of Vault', below('/', onVault()), `${BUNDLE}.find.path`],
  ['all of a part of Vault, by a sign of its policies', below('*', onVault()), `${BUNDLE}.find.path`],
  ['by a name and by tags', finding({ ...own, name: 'app', tags: { team: 'shop' } }), `${BUNDLE}.find.tags`],
  ['by tags in Vault', finding({ ...own, tags: { team: 'shop' } }, onVault())],
  [
    'by tags that Vault does not keep',
    finding({ ...own, tags: { team: 'shop' } }, onVault('v1')),
    `${BUNDLE}.find.tags`,
  ],
  ['in Key Vault, which lists all or nothing', finding(own, onKeyVault), `${BUNDLE}.find`],
  ['where the operator reads one by one', finding(own, onAnother('webhook')), `${BUNDLE}.find`],
  ['in the repository', finding(own, inTheRepository), BUNDLE],
  [
    'rewritten in the repository',
    {
      bundles: { found: { everything: 'app', rewrite: [{ source: '^', target: 'A_' }] } },
      environment: inTheRepository,
    },
    BUNDLE,
  ],
];
