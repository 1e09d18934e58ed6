import {
  azureKeyVault,
  type ClusterInput,
  defineEnvironment,
  eksCluster,
  embedded,
  fake,
  googleSecretManager,
  irsa,
  kubernetes,
  kubernetesAuth,
  kubernetesCluster,
  parameterStore,
  podIdentity,
  secretsManager,
  staticCredentials,
  vault,
  workloadIdentity,
} from 'keywright';
import { CERTIFICATE } from '../certificate';
import { catalogue } from './catalogue';

const operator = { version: '0.20.4', namespace: 'external-secrets', serviceAccount: 'external-secrets' };

/** A cluster for each environment: all of them are in the same namespaces. */
const onAws = (name: string, more: Pick<ClusterInput, 'stores'> = {}) =>
  eksCluster({
    name,
    account: '123456789012',
    region: 'eu-west-1',
    partition: 'aws',
    oidcIssuer: `oidc.eks.eu-west-1.amazonaws.com/id/${name
      .toUpperCase()
      .replace(/[^A-F0-9]/g, '0')
      .padEnd(32, '0')}`,
    operator,
    ...more,
  });

export const elsewhere = (name: string) =>
  kubernetesCluster({ name, oidcIssuer: `https://issuer.example.com/${name}`, operator });

/** Every backend and every identity with every word that it has. */
export const environments = [
  defineEnvironment(catalogue, {
    name: 'secrets-manager',
    tier: 'production',
    namespace: 'everything',
    createNamespace: true,
    clusters: [onAws('blue'), onAws('green')],
    backend: secretsManager({
      entryName: '{system}/{environment}/{entry}',
      account: '210987654321',
      region: 'eu-central-1',
      kmsKey: { create: true, alias: 'alias/everything' },
    }),
    store: {
      kind: 'SecretStore',
      name: '{system}-store',
      identity: irsa({
        serviceAccount: '{system}-reader',
        createServiceAccount: true,
        role: {
          name: '{system}-{namespace}',
          path: '/readers/',
          permissionsBoundary: 'arn:aws:iam::210987654321:policy/b',
        },
      }),
    },
    refreshInterval: '30m',
    entries: {
      app: { expires: '2031-01-01', kmsKey: { alias: 'alias/other' } },
      theirs: { arn: 'arn:aws:secretsmanager:eu-central-1:210987654321:secret:theirs-AbCdEf' },
    },
    bundles: { closed: { refreshInterval: '15m' } },
  }),
  defineEnvironment(catalogue, {
    name: 'cluster-store',
    tier: 'staging',
    cluster: onAws('cluster-store', {
      stores: { shared: { identity: irsa({ serviceAccount: 'shared', namespace: 'everything-more' }) } },
    }),
    backend: secretsManager(),
    store: { kind: 'ClusterSecretStore', name: 'shared' },
  }),
  defineEnvironment(catalogue, {
    name: 'pod-identity',
    tier: 'staging',
    cluster: onAws('pod-identity'),
    backend: secretsManager(),
    store: { identity: podIdentity({ role: { name: 'operator' } }) },
  }),
  defineEnvironment(catalogue, {
    name: 'access-key',
    tier: 'dev',
    cluster: onAws('access-key'),
    backend: secretsManager({ endpoint: 'http://aws.example.com:4566' }),
    store: {
      identity: staticCredentials({
        secretName: 'key',
        accessKeyIdKey: 'id',
        secretAccessKeyKey: 'secret',
        placeholders: { accessKeyId: 'test', secretAccessKey: 'test' },
      }),
    },
  }),
  defineEnvironment(catalogue, {
    name: 'parameter-store',
    tier: 'staging',
    cluster: onAws('parameter-store'),
    backend: parameterStore({ entryName: '/{system}/{entry}', kmsKey: { alias: 'alias/parameters' } }),
  }),
  defineEnvironment(catalogue, {
    name: 'vault',
    tier: 'staging',
    cluster: elsewhere('vault'),
    backend: vault({
      server: 'https://vault.example.com',
      ca: CERTIFICATE,
      mount: 'kv',
      namespace: 'team',
      entryName: '{system}/{entry}',
      valueKey: 'text',
    }),
    store: {
      identity: kubernetesAuth({
        mount: 'cluster',
        audience: 'us',
        role: { name: '{namespace}-role', policy: '{namespace}-policy' },
      }),
    },
  }),
  defineEnvironment(catalogue, {
    name: 'vault-v1',
    tier: 'staging',
    cluster: elsewhere('vault-v1'),
    backend: vault({
      server: 'https://vault.example.com',
      ca: { type: 'Secret', name: 'authority', key: 'tls.crt' },
      version: 'v1',
    }),
  }),
  defineEnvironment(catalogue, {
    name: 'key-vault',
    tier: 'staging',
    cluster: elsewhere('key-vault'),
    backend: azureKeyVault({
      vaultUrl: 'https://everything.vault.azure.net',
      tenantId: '00000000-0000-4000-8000-000000000000',
      entryName: '{system}-{entry}-{field}',
    }),
    store: {
      identity: workloadIdentity({
        clientId: '00000000-0000-4000-8000-000000000001',
        serviceAccount: '{system}-azure',
        managedIdentity: '{namespace}-reader',
      }),
    },
    entries: { mail: { without: ['HOST', 'PASSWORD'] } },
  }),
  defineEnvironment(catalogue, {
    name: 'google',
    tier: 'staging',
    cluster: elsewhere('google'),
    backend: googleSecretManager(
      {
        projectID: 'everything',
        location: 'europe-west1',
        auth: { workloadIdentity: { serviceAccountRef: { name: 'reader' } } },
      },
      { entryName: '{system}-{entry}' },
    ),
  }),
  defineEnvironment(catalogue, {
    name: 'kubernetes',
    tier: 'staging',
    cluster: elsewhere('kubernetes'),
    backend: kubernetes({
      remoteNamespace: 'source',
      server: { caProvider: { type: 'ConfigMap', name: 'kube-root-ca.crt', key: 'ca.crt' } },
      auth: { serviceAccount: { name: 'reader' } },
    }),
  }),
  defineEnvironment(catalogue, {
    name: 'fake',
    tier: 'staging',
    cluster: elsewhere('fake'),
    backend: fake({ data: [{ key: 'everything/fake/app', value: '{}', version: '1' }] }, { holds: 'objects' }),
  }),
  defineEnvironment(catalogue, { name: 'embedded', tier: 'dev', backend: embedded({ values: values() }) }),
  defineEnvironment(catalogue, {
    name: 'generated',
    tier: 'dev',
    backend: embedded({ values: values(), as: 'secretGenerator', nameSuffixHash: false }),
  }),
];

// --- internal ---

function values() {
  return {
    app: { TOKEN: 'placeholder', URL: 'http://app', ENCODED: 'cGxhY2Vob2xkZXI=', 'dotted.name': 'placeholder' },
    plain: 'placeholder',
    certificate: { 'tls.crt': pem('CERTIFICATE'), 'tls.key': pem('PLACEHOLDER') },
    registry: '{"auths":{}}',
    machine: { username: 'placeholder', password: 'placeholder', 'ssh-privatekey': 'placeholder' },
    theirs: { KEY: 'placeholder' },
  } as const;
}

function pem(label: string): string {
  return `-----BEGIN ${label}-----\ncGxhY2Vob2xkZXI=\n-----END ${label}-----\n`;
}
