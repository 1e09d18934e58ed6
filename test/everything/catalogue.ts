import { compose, defineCatalogue, template } from 'keywright';

/** Every word that a catalogue has: one that is new gets its line here, and the API server judges what comes of it. */
export const catalogue = defineCatalogue({
  system: 'everything',
  summary: 'Every word that there is',
  environments: [
    'secrets-manager',
    'cluster-store',
    'pod-identity',
    'access-key',
    'parameter-store',
    'vault',
    'vault-v1',
    'key-vault',
    'google',
    'kubernetes',
    'fake',
    'embedded',
    'generated',
  ],
  namespace: 'everything',
  owner: 'platform',
  entries: {
    app: {
      summary: 'The application',
      owner: 'application',
      fields: {
        TOKEN: { summary: 'Signs', generate: { length: 32, alphabet: 'abcdef0123456789' } },
        URL: { shape: 'url' },
        ENCODED: { shape: { format: 'base64', pattern: '^[A-Za-z0-9+/=]+$', minimumLength: 4 } },
        'dotted.name': {},
      },
      tags: { team: 'application' },
      expires: '2030-01-01',
    },
    mail: { fields: { HOST: { optional: true }, PASSWORD: { requiredIn: ['secrets-manager'] } } },
    plain: { value: { summary: 'A value alone', shape: 'text' } },
    certificate: { fields: { 'tls.crt': { shape: 'pem' }, 'tls.key': { shape: 'pem' } } },
    registry: { value: { shape: 'json' } },
    machine: { fields: { username: {}, password: {}, 'ssh-privatekey': {} } },
    theirs: { existing: true, fields: { KEY: {} } },
    ingress: {
      fields: { certificate: {}, 'private-key': {}, authority: { optional: true } },
      onlyIn: ['cluster-store', 'pod-identity', 'access-key'],
    },
    robot: { value: {}, onlyIn: ['cluster-store', 'pod-identity', 'access-key'] },
    renamed: {
      formerly: 'older',
      name: '{system}/{environment}/the-{entry}',
      fields: { OLD: {} },
      onlyIn: ['secrets-manager'],
    },
  },
  bundles: {
    closed: {
      summary: 'Keys of every kind',
      namespace: ['everything', 'everything-more'],
      all: ['app'],
      keys: {
        PLAIN: 'plain',
        COMPOSED: compose('{{{app.TOKEN|b64enc}}}:{machine.password|urlquery}@{machine.username|trim}/{plain|toJson}'),
        DECODED: { from: 'app.ENCODED', decode: 'Base64' },
      },
      secretName: 'closed-secret',
      syncName: 'closed-sync',
      refreshInterval: '90m',
      consumers: [
        { kind: 'Deployment', name: 'app', namespace: 'everything', env: ['TOKEN'], serviceAccount: 'app' },
        { kind: 'StatefulSet', name: 'app', env: { APP_TOKEN: 'TOKEN' }, container: 'main', restart: 'none' },
        { kind: 'CronJob', name: 'clean' },
      ],
    },
    optional: { all: ['mail'], keys: { TOKEN: 'app.TOKEN' } },
    open: {
      everything: 'theirs',
      rewrite: [{ source: '^', target: 'THEIRS_' }],
      // Key Vault has no objects.
      onlyIn: ['secrets-manager', 'parameter-store', 'vault', 'kubernetes', 'fake'],
    },
    pinned: {
      keys: { BEFORE: { from: 'app.TOKEN', version: 'AWSPREVIOUS' }, TAGS: { from: 'app.URL', metadata: true } },
      onlyIn: ['secrets-manager'],
    },
    found: {
      find: { path: '{system}/{environment}/', name: 'app$' },
      rewrite: [{ source: '^', target: 'found/' }, { transform: '{{ .value | upper }}' }, { merge: { into: 'all' } }],
      onlyIn: ['secrets-manager'],
    },
    tagged: {
      find: { path: '{system}/{environment}/', tags: { team: 'application' } },
      onlyIn: ['secrets-manager'],
    },
    templated: {
      keys: {
        INI: template('token = {{ .token }}', { token: 'app.TOKEN' }),
        KEPT: template({ configMap: 'templates' }, { url: 'app.URL' }),
      },
      templateFrom: [{ template: template('user: {{ .token }}', { token: 'app.TOKEN' }), target: 'Annotations' }],
      secretLabels: { team: 'application' },
      secretAnnotations: { 'example.com/note': 'made by a template' },
      onlyIn: ['secrets-manager'],
    },
    selected: {
      all: ['app'],
      namespaceSelector: {
        matchLabels: { team: 'application' },
        matchExpressions: [{ key: 'stage', operator: 'NotIn', values: ['dev'] }],
      },
      onlyIn: ['cluster-store'],
    },
    'on-change': {
      all: ['theirs'],
      refreshPolicy: 'OnChange',
      creationPolicy: 'Orphan',
      deletionPolicy: 'Delete',
    },
    merged: { all: ['theirs'], secretName: 'of-somebody-else', creationPolicy: 'Merge', deletionPolicy: 'Merge' },
    immutable: { all: ['renamed'], immutable: true, refreshPolicy: 'CreatedOnce', onlyIn: ['secrets-manager'] },
    patched: {
      all: ['theirs'],
      patch: { target: { template: { mergePolicy: 'Merge' } } },
    },
    tls: { all: ['certificate'], type: 'kubernetes.io/tls' },
    docker: { keys: { '.dockerconfigjson': 'registry' }, type: 'kubernetes.io/dockerconfigjson' },
    basic: {
      keys: { username: 'machine.username', password: 'machine.password' },
      type: 'kubernetes.io/basic-auth',
    },
    ssh: { keys: { 'ssh-privatekey': 'machine.ssh-privatekey' }, type: 'kubernetes.io/ssh-auth' },
  },
  pushes: {
    'ingress-tls': {
      summary: 'What the cluster issues',
      entry: 'ingress',
      fields: { certificate: 'tls.crt', 'private-key': 'tls.key', authority: 'ca.crt' },
      namespace: '{system}-more',
      secretName: 'tls',
      refreshInterval: '10m',
      deletionPolicy: 'Delete',
      onlyIn: ['cluster-store', 'pod-identity', 'access-key'],
    },
    robot: {
      entry: 'robot',
      key: 'token',
      onlyIn: ['cluster-store', 'pod-identity', 'access-key'],
    },
  },
});
