import { compose, template } from '../../lib/model';
import { type Case, cluster, untyped } from './cases';
import { MONITORING, watched } from './monitoring';
import { PUSH } from './pushes';
import { bundle, catalogue, ENTRIES, embeddedValues, entry, environment, field, push } from './untyped';

const CATALOGUE = 'environments/shop/catalogue.ts';
const TOKEN = `${CATALOGUE} entries.app.fields.TOKEN`;
const BUNDLE = `${CATALOGUE} bundles.shop-secrets`;
const PRODUCTION = 'environments/shop/production.ts';
const NO_VALUE: [string, string] = [
  'required-fields-have-dev-values',
  'environments/shop/dev.ts backend.values.app.TOKEN',
];

export const cases: Case[] = [
  ['values as they can be', catalogue({})],
  ['systems that are no list', untyped({ systems: 7 }), 'environments/index.ts systems'],
  ['a project without systems', { systems: [] }, 'environments/index.ts systems'],
  [
    'a system without environments',
    { systems: [{ ...catalogue({}).systems[0]!, environments: [] }] },
    'environments/index.ts systems.0.environments',
  ],
  ['a system without a name', catalogue({ system: undefined }), 'environments/catalogue.ts system'],
  ['an entry with fields and a value', entry({ value: {} }), `${CATALOGUE} entries.app`],
  ['a field optional and required', field({ optional: true, requiredIn: ['production'] }), TOKEN],
  ['a shape', field({ shape: 'ulr' }), `${TOKEN}.shape`],
  ['a length of 0', field({ generate: { length: 0 } }), `${TOKEN}.generate.length`],
  ['a key that is a number', bundle({ keys: { A: 7 } }), `${BUNDLE}.keys.A`],
  ['a text whose braces do not match', bundle({ keys: { A: compose('{app.TOKEN') } }), `${BUNDLE}.keys.A`],
  ['one entry for a list', bundle({ all: 'app' }), `${BUNDLE}.all`],
  ['everything of a plain value', bundle({ all: undefined, keys: undefined, everything: 'key' }), BUNDLE],
  [
    'a key of a template that nobody keeps',
    bundle({ templateFrom: [{ template: template('a: b', {}), key: 'a' }] }),
    `${BUNDLE}.templateFrom.0`,
  ],
  ['everything and keys', bundle({ everything: 'app' }), BUNDLE],
  [
    'a namespace and a selector',
    bundle({ namespace: 'shop', namespaceSelector: { matchLabels: { team: 'shop' } } }),
    BUNDLE,
  ],
  [
    'a requirement without values',
    bundle({ namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'In' }] } }),
    `${BUNDLE}.namespaceSelector.matchExpressions.0.values`,
  ],
  [
    'values of a label that is only to exist',
    bundle({ namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'Exists', values: ['shop'] }] } }),
    ['fields-are-known', `${BUNDLE}.namespaceSelector.matchExpressions.0.values`],
    ['selected-namespaces-have-a-cluster-store', `${PRODUCTION} store`],
  ],
  [
    'a kind of generator',
    catalogue({ generators: { password: { kind: 'Pasword', spec: {} } } }),
    `${CATALOGUE} generators.password.kind`,
  ],
  ['a policy', bundle({ creationPolicy: 'owner' }), `${BUNDLE}.creationPolicy`],
  ['a tier', environment({ tier: 'prod' }), `${PRODUCTION} tier`],
  ['a backend', environment({ backend: { kind: 'secretManager' } }), `${PRODUCTION} backend.kind`],
  ['an identity', environment({ store: { identity: { kind: 'isra' } } }), `${PRODUCTION} store.identity.kind`],
  ['a kind of store', environment({ store: { kind: 'ClusterStore', name: 'x' } }), `${PRODUCTION} store.kind`],
  [
    'an account that is a number',
    environment({ cluster: { name: 'b', account: 123456789012, region: 'x' } }),
    `${PRODUCTION} cluster.account`,
  ],
  [
    'no replica and half an ExternalSecret',
    environment({ cluster: { name: 'b', account: 'x', region: 'x', operator: { replicas: 0, concurrent: 0.5 } } }),
    `${PRODUCTION} cluster.operator.concurrent`,
    `${PRODUCTION} cluster.operator.replicas`,
  ],
  [
    'replicas of an operator that somebody else installs',
    environment({ cluster: { name: 'b', account: 'x', region: 'x', operator: { install: 'none', replicas: 2 } } }),
    `${PRODUCTION} cluster.operator`,
  ],
  [
    'an Argo CD without a repository',
    environment({ cluster: { name: 'b', account: 'x', region: 'x', gitops: { kind: 'argocd', name: 'fleet' } } }),
    `${PRODUCTION} cluster.gitops.repoURL`,
  ],
  [
    'a Flux without a source',
    environment({ cluster: { name: 'b', account: 'x', region: 'x', gitops: { kind: 'flux', name: 'secrets' } } }),
    `${PRODUCTION} cluster.gitops.sourceRef`,
  ],
  [
    'a destination of two words',
    environment({ cluster: { name: 'b', account: 'x', region: 'x', destination: { name: 'b', server: 'https://b' } } }),
    `${PRODUCTION} cluster.destination`,
  ],
  ['a share of all calls', watched({ thresholds: { failedCalls: 1 } }), `${MONITORING}.thresholds.failedCalls`],
  ['no refresh', watched({ thresholds: { missedRefreshes: 0 } }), `${MONITORING}.thresholds.missedRefreshes`],
  ['half a day', watched({ thresholds: { expiryDays: 0.5 } }), `${MONITORING}.thresholds.expiryDays`],
  ['a folder without a name', watched({ grafana: { folder: '' } }), `${MONITORING}.grafana.folder`],
  [
    'the Service of an operator that its chart brings',
    watched({ metricsService: { app: 'eso' } }),
    `${MONITORING}.metricsService`,
  ],
  ['no clusters', environment({ cluster: undefined, clusters: [] }), `${PRODUCTION} clusters`],
  [
    'a dev value that is a number',
    embeddedValues({ app: { TOKEN: 7 } }),
    'environments/shop/dev.ts backend.values.app.TOKEN',
  ],
  ['one dev value for fields', embeddedValues({ app: 'x' }), 'environments/shop/dev.ts backend.values.app', NO_VALUE],
  ['a store whose identity is the default', environment({ store: { name: 'x' } })],
  [
    'a cluster store with an identity',
    environment({ store: { kind: 'ClusterSecretStore', name: 'x', identity: { kind: 'irsa' } } }),
    `${PRODUCTION} store.identity`,
  ],
  ['a key without anything', entry({ kmsKey: {} }), `${CATALOGUE} entries.app.kmsKey`],
  ['a key with an ARN and an alias', entry({ kmsKey: { arn: 'x', alias: 'x' } }), `${CATALOGUE} entries.app.kmsKey`],
  ['a cluster and clusters', environment({ clusters: [cluster()] }), `${PRODUCTION} clusters`],
  ['an ARN and a name', environment({ entries: { app: { arn: 'x', name: 'x' } } }), `${PRODUCTION} entries.app`],
  [
    'an ARN of an entry that is made here',
    environment({ entries: { app: { arn: 'x', existing: false } } }),
    `${PRODUCTION} entries.app`,
  ],
  ['a field without a name', entry({ fields: { '': {} } }), `${CATALOGUE} entries.app.fields`],
  ['no namespaces', bundle({ namespace: [] }), `${BUNDLE}.namespace`],
  ['a Secret without a name', bundle({ secretName: '' }), `${BUNDLE}.secretName`],
  ['an entry without a name', entry({ name: '' }), `${CATALOGUE} entries.app.name`],
  ['one key for an entry with fields', entry({ secretKey: 'TOKEN' }), `${CATALOGUE} entries.app.secretKey`],
  [
    'a key of an entry that a bundle of its name takes',
    { entries: { app: { value: {}, secretKey: 'TOKEN' } }, bundles: { app: { keys: { TOKEN: 'app' } } } },
    `${CATALOGUE} entries.app.secretKey`,
  ],
  ['a key of an entry with fields', push({ key: 'token' }), PUSH],
  ['fields of one plain value', push({ entry: 'key', fields: {}, key: 'token' }), PUSH],
  ['one plain value without a key', push({ entry: 'key' }), PUSH],
  ['a deletion policy', push({ deletionPolicy: 'Retain' }), `${PUSH}.deletionPolicy`],
  [
    'an entry that the environment does not have',
    catalogue({
      environments: ['dev', 'production'],
      entries: { ...ENTRIES, kept: { onlyIn: ['dev'], fields: { TOKEN: {} } } },
      pushes: { made: { entry: 'kept' } },
    }),
    `${PUSH}.entry`,
  ],
];
