// biome-ignore-all format: a mistake stands on the line below its comment
/*
 * What must not compile, one mistake at a time. The compiler runs this file (`npm run typecheck`):
 * a mistake that it lets through is an unused `@ts-expect-error`, which is an error itself.
 */

import type { KeyOf } from '../../lib';
import {
  argocd,
  azureKeyVault,
  compose,
  defineCatalogue,
  defineEnvironment,
  eksCluster,
  embedded,
  flux,
  irsa,
  kubernetesCluster,
  prometheus,
  provider,
  secretsManager,
  template,
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
      consumers: [
        { kind: 'Deployment', name: 'shop', env: ['TOKEN', 'DB_URL'] },
        { kind: 'StatefulSet', name: 'shop', env: { SHOP_TOKEN: 'TOKEN' }, container: 'main', restart: 'none' },
      ],
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
  // @ts-expect-error a key that a consumer reads under another name
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], consumers: [{ kind: 'Deployment', name: 'a', env: { USER: 'usr' } }] } } }),
  // @ts-expect-error what restarts a consumer
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], consumers: [{ kind: 'Deployment', name: 'a', restart: 'reloder' }] } } }),
];

const own = defineCatalogue({
  ...rest,
  entries: { 'api-key': { value: {}, secretKey: 'key' }, other: { value: {} } },
  bundles: { both: { keys: { A: 'api-key', B: 'other' } } },
});

/** An entry that says its key is a bundle too. */
export const ownBundles = [
  defineEnvironment(own, { name: 'production', backend: secretsManager(), bundles: { 'api-key': { refreshInterval: '1m' }, both: {} } }),
  // @ts-expect-error an entry that says none is no bundle
  defineEnvironment(own, { name: 'production', backend: secretsManager(), bundles: { other: { refreshInterval: '1m' } } }),
  // @ts-expect-error the option that says it
  defineCatalogue({ ...rest, entries: { key: { value: {}, secretKye: 'key' } }, bundles: {} }),
];
export const ownKey: KeyOf<typeof own, 'api-key'> = 'key';
// @ts-expect-error a key that the entry does not say
export const notOwnKey: KeyOf<typeof own, 'api-key'> = 'api-key';

const onlyOwn = defineCatalogue({ ...rest, entries: { 'api-key': { value: {}, secretKey: 'key' } } });

/** A catalogue may have no bundles but those of its entries, and knows them all the same. */
export const withoutBundles = [
  defineEnvironment(onlyOwn, { name: 'production', backend: secretsManager(), bundles: { 'api-key': { refreshInterval: '1m' } } }),
  // @ts-expect-error a bundle that no entry makes
  defineEnvironment(onlyOwn, { name: 'production', backend: secretsManager(), bundles: { 'api-kye': { refreshInterval: '1m' } } }),
  // @ts-expect-error an option of the catalogue
  defineCatalogue({ ...rest, entries: { 'api-key': { value: {}, secretKey: 'key' } }, bundels: {} }),
];
export const onlyOwnKey: KeyOf<typeof onlyOwn, 'api-key'> = 'key';
// @ts-expect-error a bundle that the catalogue does not have
export type NoBundle = KeyOf<typeof onlyOwn, 'other'>;
// @ts-expect-error a key that the entry does not say
export const notOnlyOwnKey: KeyOf<typeof onlyOwn, 'api-key'> = 'api-key';

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
      d: { all: ['db'], immutable: true, patch: { target: { template: { metadata: { finalizers: ['a'] } } } } },
    },
  }),
  defineCatalogue({
    ...rest,
    entries,
    bundles: { a: { everything: 'db', rewrite: [{ transform: '{{ .value }}' }, { merge: { into: 'all', priority: ['user'] } }] } },
  }),
  // @ts-expect-error an option of rewriting
  defineCatalogue({ ...rest, entries, bundles: { a: { everything: 'db', rewrite: [{ source: 'a', traget: 'b' }] } } }),
  // @ts-expect-error more than an option of rewriting
  defineCatalogue({ ...rest, entries, bundles: { a: { everything: 'db', rewrite: [{ source: 'a', target: 'b', flags: 'i' }] } } }),
  // @ts-expect-error an option of merging
  defineCatalogue({ ...rest, entries, bundles: { a: { everything: 'db', rewrite: [{ merge: { in: 'all' } }] } } }),
  // @ts-expect-error a policy of merging
  defineCatalogue({ ...rest, entries, bundles: { a: { everything: 'db', rewrite: [{ merge: { conflictPolicy: 'error' } }] } } }),
  defineCatalogue({
    ...rest,
    entries,
    bundles: {
      a: { all: ['db'], namespaceSelector: { matchLabels: { team: 'x' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] } },
    },
  }),
  // @ts-expect-error an option of a selector
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], namespaceSelector: { matchLabel: {} } } } }),
  // @ts-expect-error an operator of a selector
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'Exist' }] } } } }),
  // @ts-expect-error a requirement that has no values
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } } } }),
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
  // @ts-expect-error what a word says
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], patch: { target: { immutable: true } } } } }),
  // @ts-expect-error what a word says of the template
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], patch: { target: { template: { metadata: { annotations: {} } } } } } } }),
  // @ts-expect-error no target
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], patch: { target: null } } } }),
  // @ts-expect-error what a word reads
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], patch: { dataFrom: [{ extract: { key: 'a' } }] } } } }),
  // @ts-expect-error a provider
  provider('fortanx', {}),
  // @ts-expect-error a field of a provider
  provider('fortanix', { apiKeys: {} }),
  // @ts-expect-error an option of Vault
  vault({ server: 'https://vault.example.com', mountPath: 'kv' }),
  // @ts-expect-error a kind of object that holds certificates
  vault({ server: 'https://vault.example.com', ca: { type: 'Configmap', name: 'a' } }),
  // @ts-expect-error an option of where certificates are
  vault({ server: 'https://vault.example.com', ca: { type: 'Secret', name: 'a', file: 'ca.crt' } }),
  // @ts-expect-error what Key Vault cannot do without
  azureKeyVault({ vaultUrl: 'https://a.vault.azure.net' }),
  // @ts-expect-error an account of a cluster that is outside AWS
  kubernetesCluster({ name: 'k3d', account: '123456789012' }),
  // @ts-expect-error an EKS cluster without its region
  eksCluster({ name: 'blue', account: '123456789012' }),
];

/** Go templates: one that is right, and then one mistake each. */
export const templates = [
  defineCatalogue({
    ...rest,
    entries,
    bundles: {
      a: {
        keys: {
          A: template('{{ .user }}', { user: 'db.user', before: { from: 'key', version: 'AWSPREVIOUS' } }, { dev: compose('{db.user}') }),
        },
      },
    },
  }),
  defineCatalogue({
    ...rest,
    entries,
    bundles: {
      a: {
        keys: { A: template({ configMap: 'templates' }, { user: 'db.user' }), B: template('{{ .user }}', { user: 'db.user' }) },
        templateFrom: [{ template: template({ secret: 'templates' }, { user: 'db.user' }), key: 'all', target: 'Labels' }],
        secretLabels: { team: 's' },
      },
    },
  }),
  // @ts-expect-error a field that a template of many keys is given
  defineCatalogue({ ...rest, entries, bundles: { a: { templateFrom: [{ template: template('', { user: 'db.usr' }) }] } } }),
  // @ts-expect-error an option of a template of many keys
  defineCatalogue({ ...rest, entries, bundles: { a: { templateFrom: [{ template: template('', { user: 'db.user' }), traget: 'Data' }] } } }),
  // @ts-expect-error a target
  defineCatalogue({ ...rest, entries, bundles: { a: { templateFrom: [{ template: template('', { user: 'db.user' }), target: 'data' }] } } }),
  // @ts-expect-error where a template is kept
  template({ configmap: 'templates' }, { user: 'db.user' }),
  // @ts-expect-error a field that a template is given
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: { A: template('{{ .user }}', { user: 'db.usr' }) } } } }),
  // @ts-expect-error a field that a template is given in another version
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: { A: template('{{ .user }}', { user: { from: 'db.usr' } }) } } } }),
  // @ts-expect-error a field in the text for dev
  defineCatalogue({ ...rest, entries, bundles: { a: { keys: { A: template('{{ .user }}', { user: 'db.user' }, { dev: compose('{db.usr}') }) } } } }),
  // @ts-expect-error an option of a template
  template('{{ .user }}', { user: 'db.user' }, { inDev: compose('{db.user}') }),
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
  defineCatalogue({
    ...rest,
    entries: { robot: { value: {}, secretKey: 'ROBOT' } },
    bundles: {},
    pushes: { a: { entry: 'robot', key: 'token' } },
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
  // @ts-expect-error what restarts consumers
  defineEnvironment(catalogue, { ...production, restart: 'reload' }),
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

const inVault = { backend: vault({ server: 'https://vault.example.com' }) };

/** The backends that bundles say: those that are right, and then one mistake each. */
export const backendsOfBundles = [
  defineEnvironment(catalogue, { ...production, bundles: { 'shop-secrets': { ...inVault, store: { name: 'x' } } } }),
  defineEnvironment(catalogue, {
    ...production,
    cluster,
    bundles: { 'shop-secrets': { ...inVault, store: { kind: 'ClusterSecretStore', name: 'shared' } } },
  }),
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], ...inVault, store: { name: 'x' } } } }),
  // @ts-expect-error an option of a bundle's backend
  defineEnvironment(catalogue, { ...production, bundles: { 'shop-secrets': { backend: secretsManager({ regoin: 'x' }) } } }),
  // @ts-expect-error a bundle whose values are embedded where those of others are not
  defineEnvironment(catalogue, { ...production, bundles: { 'shop-secrets': { backend: embedded({ values: {} }) } } }),
  // @ts-expect-error an option of a bundle's store
  defineEnvironment(catalogue, { ...production, bundles: { 'shop-secrets': { ...inVault, store: { nmae: 'x' } } } }),
  // @ts-expect-error a store of the cluster that a bundle is read through
  defineEnvironment(catalogue, { ...production, cluster, bundles: { 'shop-secrets': { ...inVault, store: { kind: 'ClusterSecretStore', name: 'shaerd' } } } }),
  // @ts-expect-error an option of a store in the catalogue
  defineCatalogue({ ...rest, entries, bundles: { a: { all: ['db'], ...inVault, store: { nmae: 'x' } } } }),
];

const place = { name: 'blue', account: '123456789012', region: 'eu-west-1' };
const repoURL = 'https://git.example.com/secrets.git';

export const misspeltGitops = [
  // @ts-expect-error an Argo CD without a repository
  argocd({ name: 'fleet' }),
  // @ts-expect-error an option of an Argo CD
  argocd({ name: 'fleet', repoURL, targetRevison: 'main' }),
  // @ts-expect-error a Flux without a source
  flux({ name: 'secrets' }),
  // @ts-expect-error a kind of source
  flux({ name: 'secrets', sourceRef: { kind: 'GitRepo', name: 'flux-system' } }),
  // @ts-expect-error not one of the two
  eksCluster({ ...place, gitops: { kind: 'fleet', name: 'fleet' } }),
  // @ts-expect-error what Argo CD calls a cluster
  eksCluster({ ...place, gitops: argocd({ name: 'fleet', repoURL }), destination: { url: 'https://blue.example.com' } }),
];

export const misspeltMonitoring = [
  // @ts-expect-error an option of Prometheus
  prometheus({ runbook: 'https://example.com/alerts.md' }),
  // @ts-expect-error a threshold
  prometheus({ thresholds: { expireDays: 7 } }),
  // @ts-expect-error an option of Grafana
  prometheus({ grafana: { label: {} } }),
  // @ts-expect-error a dashboard is there unless it is taken away
  prometheus({ grafana: true }),
  // @ts-expect-error a value of a label
  prometheus({ labels: { release: 1 } }),
  // @ts-expect-error not what watches over a cluster
  eksCluster({ ...place, monitoring: { kind: 'datadog' } }),
];
