import {
  type BundleInput,
  type BundleOverride,
  type EnvironmentInput,
  embedded,
  fake,
  irsa,
  parameterStore,
  secretsManager,
  vault,
} from '../../lib/model';
import { type Sample, sampleCluster, samplePlan } from '../sample';

const server = 'https://vault.example.com';
const inVault = { backend: vault({ server }) };

/** Two bundles with an entry each; the second says something in the catalogue, or in the environment. */
const agent = (
  environment: Partial<EnvironmentInput> & { readonly agent?: BundleOverride },
  said: BundleInput = {},
): Sample => {
  const { agent: override = {}, ...rest } = environment;
  return {
    entries: { app: { fields: { TOKEN: {} } }, agent: { fields: { KEY: {} } } },
    bundles: { 'shop-secrets': { all: ['app'] }, agent: { all: ['agent'], ...said } },
    environment: { ...rest, bundles: { agent: override } },
  };
};

test('what a bundle reads is kept where it says, and all else where the environment says', () => {
  const plan = samplePlan(agent({ agent: inVault }));
  expect(plan.backends.map(({ id, kind, saidBy }) => [id, kind, saidBy?.bundle])).toEqual([
    ['shop/production', 'secretsManager', undefined],
    ['shop/production/vault', 'vault', 'agent'],
  ]);
  expect(plan.entries.map(({ entry, backend, keeper, managed }) => [entry, backend, keeper, managed])).toEqual([
    ['agent', 'vault', 'shop/production/vault', false],
    ['app', 'secretsManager', 'shop/production', true],
  ]);
  expect(plan.bundles.map(({ bundle, source }) => [bundle, source.kind === 'sync' && source.storeRef])).toEqual([
    ['agent', { kind: 'SecretStore', name: 'vault' }],
    ['shop-secrets', { kind: 'SecretStore', name: 'aws-secrets-manager' }],
  ]);
});

test('each backend is read by a ServiceAccount and a role of its own', () => {
  const plan = samplePlan(agent({ agent: inVault }));
  expect(plan.serviceAccounts.map(({ name, roleArn }) => [name, roleArn])).toEqual([
    ['shop-external-secrets', 'arn:aws:iam::123456789012:role/shop-production-external-secrets'],
    ['shop-vault-external-secrets', undefined],
  ]);
  expect(plan.vaultRoles.map(({ name, paths }) => [name, paths])).toEqual([
    ['shop-production-vault-external-secrets', ['secret/data/shop/production/agent']],
  ]);
  const granted = plan.policies.flatMap(({ statements }) => statements.flatMap(({ Resource }) => Resource));
  expect(granted).toEqual(['arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/production/app-??????']);
});

test('one more backend of AWS has stacks of its own, where it is', () => {
  const backend = secretsManager({ account: '210987654321', region: 'us-east-1', kmsKey: { create: true } });
  const plan = samplePlan(agent({ agent: { backend, store: { name: 'far' } } }));
  expect(plan.stacks.map(({ id, account, region }) => [id, account, region])).toEqual([
    ['shop-production-access', '123456789012', 'eu-west-1'],
    ['shop-production-entries', '123456789012', 'eu-west-1'],
    ['shop-production-far-access', '210987654321', 'us-east-1'],
    ['shop-production-far-entries', '210987654321', 'us-east-1'],
  ]);
  expect(plan.kmsKeys.map(({ alias, stack }) => [alias, stack])).toEqual([
    ['alias/shop-production-far', 'shop-production-far-entries'],
  ]);
  expect(plan.roles.map(({ id }) => id)).toEqual([
    'arn:aws:iam::123456789012:role/shop-production-external-secrets',
    'arn:aws:iam::210987654321:role/shop-production-far-external-secrets',
  ]);
});

test('to say the backend of the environment changes nothing', () => {
  const plan = samplePlan(agent({ agent: {} }));
  expect(samplePlan(agent({ agent: { backend: secretsManager() } }))).toEqual(plan);
  expect(samplePlan(agent({}, { backend: secretsManager() }))).toEqual(plan);
});

test('bundles that say the same backend share its store', () => {
  const { entries, environment, ...rest } = agent({});
  const both = { agent: inVault, more: inVault };
  const bundles = { ...rest.bundles, more: { keys: { KEY: 'agent.KEY' } } };
  const plan = samplePlan({ entries: entries!, bundles, environment: { ...environment, bundles: both } });
  expect(plan.problems).toEqual([]);
  expect(plan.stores.map(({ name }) => name)).toEqual(['aws-secrets-manager', 'vault']);
});

test('an environment may say another backend for a bundle than the catalogue does', () => {
  const staging = { agent: { backend: fake({ data: [] }) } };
  const said = { ...inVault, store: { name: 'watch' } };
  const storesOf = (sample: Sample) => samplePlan(sample).stores.map(({ name, provider }) => [name, provider.kind]);
  expect(storesOf(agent({}, said))).toEqual([
    ['aws-secrets-manager', 'secretsManager'],
    ['watch', 'vault'],
  ]);
  expect(storesOf(agent(staging, said))).toEqual([
    ['aws-secrets-manager', 'secretsManager'],
    ['provider', 'provider'],
  ]);
});

test('embedded values stay embedded, unless the environment itself has a bundle read', () => {
  const values = { app: { TOKEN: 'dev' }, agent: { KEY: 'dev' } };
  const dev = (of: object) => ({ tier: 'dev', backend: embedded({ values: of as typeof values }) }) as const;
  const kinds = (sample: Sample) => samplePlan(sample).bundles.map(({ bundle, source }) => [bundle, source.kind]);
  expect(kinds(agent(dev(values), inVault))).toEqual([
    ['agent', 'embedded'],
    ['shop-secrets', 'embedded'],
  ]);
  const { agent: _, ...without } = values;
  expect(kinds(agent({ ...dev(without), agent: inVault }))).toEqual([
    ['agent', 'sync'],
    ['shop-secrets', 'embedded'],
  ]);
});

test('a store is called as that of the environment, with the backend at its end', () => {
  const store = { name: '{system}-secrets', identity: irsa() };
  const plan = samplePlan(agent({ store, agent: { backend: parameterStore() } }));
  expect(plan.stores.map(({ name }) => name)).toEqual(['shop-secrets', 'shop-secrets-parameter-store']);
});

test('a bundle may be read through a store of the cluster', () => {
  const plan = samplePlan({
    ...agent({ agent: { ...inVault, store: { kind: 'ClusterSecretStore', name: 'shared' } } }),
    cluster: sampleCluster({ stores: { shared: inVault } }),
  });
  expect(plan.problems).toEqual([]);
  expect(plan.stores.map(({ kind, name }) => [kind, name])).toEqual([
    ['ClusterSecretStore', 'shared'],
    ['SecretStore', 'aws-secrets-manager'],
  ]);
});

test.each<[string, Sample, string]>([
  ['a store without a backend', agent({ agent: { store: { name: 'x' } } }), 'production.ts bundles.agent.store'],
  [
    'a store in the catalogue without a backend',
    agent({}, { store: { name: 'x' } }),
    'catalogue.ts bundles.agent.store',
  ],
  [
    'another store for the backend of the environment',
    agent({ agent: { backend: secretsManager(), store: { name: 'x' } } }),
    'production.ts bundles.agent.store',
  ],
  [
    'another store for the backend of another bundle',
    {
      bundles: { a: { all: ['app'] }, b: { all: ['app'] } },
      environment: { bundles: { a: inVault, b: { ...inVault, store: { name: 'x' } } } },
    },
    'production.ts bundles.b.store',
  ],
  [
    'a backend of what a generator makes',
    {
      generators: { id: { kind: 'UUID', spec: {} } },
      bundles: { a: { generator: 'id', ...inVault } },
    },
    'catalogue.ts bundles.a.backend',
  ],
  [
    'the name of a store that reads another backend',
    agent({ agent: { ...inVault, store: { name: 'aws-secrets-manager' } } }),
    'production.ts bundles.agent.store.name',
  ],
  [
    'a dev value of what is not embedded',
    agent({
      tier: 'dev',
      backend: embedded({ values: { app: { TOKEN: 'dev' }, agent: { KEY: 'dev' } } }),
      agent: inVault,
    }),
    'production.ts backend.values.agent',
  ],
])('a problem is %s', (_what, sample, place) => {
  const { problems } = samplePlan(sample);
  expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([`environments/shop/${place}`]);
});
