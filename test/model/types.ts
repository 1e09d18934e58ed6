// biome-ignore-all format: a mistake stands on the line below its comment
/*
 * What must not compile, one mistake at a time. The compiler runs this file (`npm run typecheck`):
 * a mistake that it lets through is an unused `@ts-expect-error`, which is an error itself.
 */

import type { KeyOf } from '../../lib';
import {
  azureKeyVault,
  compose,
  defineCatalogue,
  defineEnvironment,
  eksCluster,
  embedded,
  irsa,
  kubernetesCluster,
  provider,
  secretsManager,
  vault,
} from '../../lib';

const catalogue = defineCatalogue({
  system: 'shop',
  environments: ['dev', 'production'],
  namespace: 'shop-{environment}',
  entries: {
    app: {
      summary: 'The shop',
      fields: {
        TOKEN: { generate: { length: 64 } },
        REPLICA: { requiredIn: ['production'] },
        MAIL: { optional: true },
      },
    },
    database: { fields: { username: {}, password: { shape: 'text' } } },
    datadog: { value: { summary: 'API key' } },
  },
  bundles: {
    'shop-secrets': {
      all: ['app'],
      keys: {
        DB_PASSWORD: 'database.password',
        DB_URL: compose('postgresql://{database.username}:{database.password|urlquery}@db/shop?{{x}}'),
        DD_API_KEY: 'datadog',
      },
      consumers: [{ kind: 'Deployment', name: 'shop', env: ['TOKEN', 'DB_URL'] }],
    },
    open: { everything: 'app' },
  },
});

const cluster = eksCluster({
  name: 'blue',
  account: '123456789012',
  region: 'eu-west-1',
  stores: { shared: { identity: irsa() } },
});

export const wellWritten = [
  defineEnvironment(catalogue, {
    name: 'dev',
    tier: 'dev',
    backend: embedded({ values: { app: { TOKEN: 'placeholder' }, datadog: 'placeholder' } }),
  }),
  defineEnvironment(catalogue, {
    name: 'production',
    tier: 'production',
    cluster,
    backend: secretsManager(),
    store: { kind: 'ClusterSecretStore', name: 'shared' },
    bundles: { 'shop-secrets': { refreshInterval: '15m' } },
    entries: { app: { without: ['MAIL'] }, database: { existing: true, arn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf' } },
  }),
];

export const knownKeys: KeyOf<typeof catalogue, 'shop-secrets'>[] = ['TOKEN', 'MAIL', 'DB_URL', 'DD_API_KEY'];
export const anyKey: KeyOf<typeof catalogue, 'open'> = 'whatever the entry holds';
// @ts-expect-error a key that the bundle does not have
export const unknownKey: KeyOf<typeof catalogue, 'shop-secrets'> = 'TOKEM';
// @ts-expect-error a bundle that the catalogue does not have
export type UnknownBundle = KeyOf<typeof catalogue, 'shop-secret'>;

const rest = { system: 's', environments: ['dev', 'production'], namespace: 's' } as const;
const entries = { db: { fields: { user: {}, password: {} } }, key: { value: {} } } as const;

export const misspeltCatalogues = [
  // @ts-expect-error an option of the catalogue
  defineCatalogue({ ...rest, entries: {}, bundles: {}, ownr: 'me' }),
  // @ts-expect-error an option of an entry
  defineCatalogue({ ...rest, entries: { db: { sumary: 'x', fields: {} } }, bundles: {} }),
  // @ts-expect-error an option of a field
  defineCatalogue({ ...rest, entries: { db: { fields: { user: { optoinal: true } } } }, bundles: {} }),
  // @ts-expect-error an option of a generated value
  defineCatalogue({ ...rest, entries: { db: { fields: { user: { generate: { lenght: 3 } } } } }, bundles: {} }),
  // @ts-expect-error an environment in requiredIn
  defineCatalogue({ ...rest, entries: { db: { fields: { user: { requiredIn: ['prod'] } } } }, bundles: {} }),
  // @ts-expect-error an environment in onlyIn
  defineCatalogue({ ...rest, entries: { db: { onlyIn: ['stagign'], fields: {} } }, bundles: {} }),
  // @ts-expect-error a plain value is never optional
  defineCatalogue({ ...rest, entries: { db: { value: { optional: true } } }, bundles: {} }),
  // @ts-expect-error a shape
  defineCatalogue({ ...rest, entries: { db: { fields: { user: { shape: 'ulr' } } } }, bundles: {} }),
  // @ts-expect-error an option of a bundle
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: {}, secretNam: 'x' } } }),
  // @ts-expect-error a field in a key
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: { A: 'db.usr' } } } }),
  // @ts-expect-error an entry in a key
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: { A: 'dv.user' } } } }),
  // @ts-expect-error an entry with fields is not one value
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: { A: 'db' } } } }),
  // @ts-expect-error an entry with one value has no fields
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: { A: 'key.value' } } } }),
  // @ts-expect-error a field in a composed text
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: { A: compose('{db.user}:{db.pasword}') } } } }),
  // @ts-expect-error a filter in a composed text
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: { A: compose('{db.user|urlqery}') } } } }),
  // @ts-expect-error an entry in all
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['dbs'] } } }),
  // @ts-expect-error an entry in everything
  defineCatalogue({ ...rest, entries, bundles: { a: { everything: 'dbs' } } }),
  // @ts-expect-error a policy
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], creationPolicy: 'owner' } } }),
  // @ts-expect-error an environment of a bundle
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], onlyIn: ['prod'] } } }),
  // @ts-expect-error an option of a consumer
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], consumers: [{ kind: 'Deployment', name: 'a', evn: [] }] } } }),
  // @ts-expect-error a key that a consumer reads
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], consumers: [{ kind: 'Deployment', name: 'a', env: ['usr'] }] } } }),
];

const generators = { token: { kind: 'UUID', spec: {} } } as const;

/** The words that came with more backends: those that are right, and then one mistake each. */
export const moreWords = [
  defineCatalogue({
    ...rest,
    entries,
    generators,
    bundles: {
      a: { keys: { A: { from: 'db.user', version: 'AWSPREVIOUS', decode: 'Base64' }, B: { from: 'key', metadata: true } } },
      b: { find: { path: 's/', tags: { team: 's' } }, rewrite: [{ source: 'a', target: 'b' }] },
      c: { generator: 'token', refreshPolicy: 'CreatedOnce' },
      d: { all: ['db'], immutable: true, patch: { target: { template: { metadata: { annotations: { a: 'b' } } } } } },
    },
  }),
  // @ts-expect-error a field that is read otherwise
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: { A: { from: 'db.usr' } } } } }),
  // @ts-expect-error an option of reading
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: { A: { from: 'db.user', versoin: 'x' } } } } }),
  // @ts-expect-error a decoding
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: { A: { from: 'db.user', decode: 'base64' } } } } }),
  // @ts-expect-error an option of finding
  defineCatalogue({ ...rest, entries, bundles: { a: { find: { path: 's/', tag: {} } } } }),
  // @ts-expect-error a generator
  defineCatalogue({ ...rest, entries, generators, bundles: { a: { generator: 'tokne' } } }),
  // @ts-expect-error a kind of generator
  defineCatalogue({ ...rest, entries, generators: { token: { kind: 'Uuid', spec: {} } }, bundles: {} }),
  // @ts-expect-error a field of a generator
  defineCatalogue({ ...rest, entries, generators: { token: { kind: 'Password', spec: { lenght: 3 } } }, bundles: {} }),
  // @ts-expect-error a field of a patch
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], patch: { traget: {} } } } }),
  // @ts-expect-error a provider
  provider('fortanx', {}),
  // @ts-expect-error a field of a provider
  provider('fortanix', { apiKeys: {} }),
  // @ts-expect-error an option of Vault
  vault({ server: 'https://vault.example.com', mountPath: 'kv' }),
  // @ts-expect-error what Key Vault cannot do without
  azureKeyVault({ vaultUrl: 'https://a.vault.azure.net' }),
  // @ts-expect-error an account of a cluster that is outside AWS
  kubernetesCluster({ name: 'k3d', account: '123456789012' }),
  // @ts-expect-error an EKS cluster without its region
  eksCluster({ name: 'blue', account: '123456789012' }),
];

/** Pushes: those that are right, and then one mistake each. */
export const pushes = [
  defineCatalogue({
    ...rest,
    entries,
    bundles: {},
    pushes: {
      a: { entry: 'db' },
      b: { entry: 'db', fields: { user: 'username', password: 'token' }, secretName: 'b', namespace: 'n', onlyIn: ['dev'] },
      c: { entry: 'key', key: 'token', refreshInterval: '10m', deletionPolicy: 'Delete' },
    },
  }),
  // @ts-expect-error an entry
  defineCatalogue({ ...rest, entries, bundles: {}, pushes: { a: { entry: 'dbs' } } }),
  // @ts-expect-error a field
  defineCatalogue({ ...rest, entries, bundles: {}, pushes: { a: { entry: 'db', fields: { usr: 'username' } } } }),
  // @ts-expect-error a key of an entry with fields
  defineCatalogue({ ...rest, entries, bundles: {}, pushes: { a: { entry: 'db', key: 'token' } } }),
  // @ts-expect-error fields of an entry with one value
  defineCatalogue({ ...rest, entries, bundles: {}, pushes: { a: { entry: 'key', key: 'token', fields: {} } } }),
  // @ts-expect-error an entry with one value, and no key
  defineCatalogue({ ...rest, entries, bundles: {}, pushes: { a: { entry: 'key' } } }),
  // @ts-expect-error an option
  defineCatalogue({ ...rest, entries, bundles: {}, pushes: { a: { entry: 'db', secretNam: 'x' } } }),
  // @ts-expect-error a deletion policy
  defineCatalogue({ ...rest, entries, bundles: {}, pushes: { a: { entry: 'db', deletionPolicy: 'Retain' } } }),
  // @ts-expect-error an environment
  defineCatalogue({ ...rest, entries, bundles: {}, pushes: { a: { entry: 'db', onlyIn: ['prod'] } } }),
];

const production = { name: 'production', tier: 'production', backend: secretsManager() } as const;

export const misspeltEnvironments = [
  // @ts-expect-error an environment's name
  defineEnvironment(catalogue, { ...production, name: 'prod' }),
  // @ts-expect-error a tier
  defineEnvironment(catalogue, { ...production, tier: 'prod' }),
  // @ts-expect-error an option of the environment
  defineEnvironment(catalogue, { ...production, refreshIntervall: '1h' }),
  // @ts-expect-error a bundle
  defineEnvironment(catalogue, { ...production, bundles: { 'shop-secret': {} } }),
  // @ts-expect-error an option of a bundle
  defineEnvironment(catalogue, { ...production, bundles: { 'shop-secrets': { refreshIntervall: '1h' } } }),
  // @ts-expect-error an entry
  defineEnvironment(catalogue, { ...production, entries: { databse: {} } }),
  // @ts-expect-error an option of an entry
  defineEnvironment(catalogue, { ...production, entries: { database: { exists: true } } }),
  // @ts-expect-error a field that the environment does without
  defineEnvironment(catalogue, { ...production, entries: { app: { without: ['MIAL'] } } }),
  // @ts-expect-error a store of the cluster
  defineEnvironment(catalogue, { ...production, cluster, store: { kind: 'ClusterSecretStore', name: 'shaerd' } }),
  // @ts-expect-error an entry with a dev value
  defineEnvironment(catalogue, { name: 'dev', tier: 'dev', backend: embedded({ values: { databse: { username: 'x' } } }) }),
  // @ts-expect-error a field with a dev value
  defineEnvironment(catalogue, { name: 'dev', tier: 'dev', backend: embedded({ values: { database: { usrname: 'x' } } }) }),
  // @ts-expect-error an option of an identity
  defineEnvironment(catalogue, { ...production, store: { identity: irsa({ serviceAcount: 'x' }) } }),
  // @ts-expect-error an option of a backend
  defineEnvironment(catalogue, { ...production, backend: secretsManager({ entryNam: 'x' }) }),
];
