import { type Catalogue, type EnvironmentInput, type GeneratorInput, provider } from 'keywright';
import type { Generators, Providers } from '../../imports/external-secrets-types';
import { elsewhere } from './environments';

const secret = (key: string) => ({ name: 'credentials', key });
const held = (key: string) => ({ secretRef: secret(key) });
const reader = { name: 'reader' };
const url = 'https://secrets.example.com';

/** A store of every provider that the CRDs know: one that is missing here does not compile. */
const PROVIDERS: Providers = {
  akeyless: { akeylessGWApiURL: url, authSecretRef: { secretRef: { accessID: secret('id') } } },
  alibaba: {
    regionID: 'eu-central-1',
    auth: { secretRef: { accessKeyIDSecretRef: secret('id'), accessKeySecretSecretRef: secret('key') } },
  },
  aws: {
    service: 'ParameterStore',
    region: 'eu-west-1',
    role: 'arn:aws:iam::123456789012:role/reader',
    externalID: 'everything',
    sessionTags: [{ key: 'system', value: 'everything' }],
    transitiveTagKeys: ['system'],
    auth: { secretRef: { accessKeyIDSecretRef: secret('id'), secretAccessKeySecretRef: secret('key') } },
  },
  azurekv: {
    vaultUrl: 'https://everything.vault.azure.net',
    authType: 'ServicePrincipal',
    tenantId: '00000000-0000-4000-8000-000000000000',
    authSecretRef: { clientId: secret('id'), clientSecret: secret('key') },
  },
  beyondtrust: {
    server: { apiUrl: `${url}/BeyondTrust/api/public/v3/`, verifyCA: true },
    auth: { clientId: held('id'), clientSecret: held('key') },
  },
  bitwardensecretsmanager: {
    organizationID: 'organization',
    projectID: 'project',
    auth: { secretRef: { credentials: secret('token') } },
    caProvider: { type: 'Secret', name: 'bitwarden', key: 'ca.crt' },
  },
  chef: {
    serverUrl: `${url}/organizations/o/`,
    username: 'u',
    auth: { secretRef: { privateKeySecretRef: secret('key') } },
  },
  cloudrusm: {
    projectID: '00000000-0000-4000-8000-000000000000',
    auth: { secretRef: { accessKeyIDSecretRef: secret('id'), accessKeySecretSecretRef: secret('key') } },
  },
  conjur: { url, auth: { jwt: { account: 'a', serviceID: 's', serviceAccountRef: reader } } },
  delinea: { tenant: 'tenant', clientId: held('id'), clientSecret: held('key') },
  device42: { host: 'device42.example.com', auth: { secretRef: { credentials: secret('password') } } },
  doppler: { project: 'p', config: 'c', format: 'json', auth: { secretRef: { dopplerToken: secret('token') } } },
  fake: { data: [{ key: 'a', value: 'b' }] },
  fortanix: { apiUrl: url, apiKey: held('key') },
  gcpsm: { projectID: 'everything', auth: { secretRef: { secretAccessKeySecretRef: secret('key') } } },
  github: { appID: 1, installationID: 2, organization: 'o', auth: { privateKey: secret('key') } },
  gitlab: { url, projectID: '1', auth: { SecretRef: { accessToken: secret('token') } } },
  ibm: { serviceUrl: url, auth: { secretRef: { secretApiKeySecretRef: secret('key') } } },
  infisical: {
    auth: { universalAuthCredentials: { clientId: secret('id'), clientSecret: secret('key') } },
    secretsScope: { environmentSlug: 'prod', projectSlug: 'everything' },
  },
  keepersecurity: { authRef: secret('config'), folderID: 'folder' },
  kubernetes: {
    remoteNamespace: 'source',
    server: { url, caProvider: { type: 'Secret', name: 'ca', key: 'ca.crt' } },
    auth: { token: { bearerToken: secret('token') } },
  },
  ngrok: { auth: { apiKey: held('key') }, vault: { name: 'vault' } },
  onboardbase: {
    apiHost: 'https://public.onboardbase.com/api/v1/',
    environment: 'production',
    project: 'everything',
    auth: { apiKeyRef: secret('key'), passcodeRef: secret('passcode') },
  },
  onepassword: { connectHost: url, vaults: { v: 1 }, auth: { secretRef: { connectTokenSecretRef: secret('token') } } },
  onepasswordSDK: { vault: 'v', auth: { serviceAccountSecretRef: secret('token') } },
  oracle: { vault: 'v', region: 'r', principalType: 'Workload', serviceAccountRef: reader },
  passbolt: { host: url, auth: { passwordSecretRef: secret('password'), privateKeySecretRef: secret('key') } },
  passworddepot: { host: url, database: 'd', auth: { secretRef: { credentials: secret('password') } } },
  previder: { auth: { secretRef: { accessToken: secret('token') } } },
  pulumi: { organization: 'o', project: 'p', environment: 'e', accessToken: held('token') },
  scaleway: {
    region: 'fr-par',
    projectId: '00000000-0000-4000-8000-000000000000',
    accessKey: held('id'),
    secretKey: held('key'),
  },
  secretserver: { serverURL: url, username: { value: 'u' }, password: held('password') },
  senhasegura: { url, module: 'DSM', auth: { clientId: 'c', clientSecretSecretRef: secret('key') } },
  vault: { server: url, auth: { appRole: { path: 'approle', roleId: 'r', secretRef: secret('id') } } },
  volcengine: {
    region: 'cn-beijing',
    auth: { secretRef: { accessKeyID: secret('id'), secretAccessKey: secret('key') } },
  },
  webhook: { url: `${url}/{{ .remoteRef.key }}`, result: { jsonPath: '$.value' }, headers: { 'X-Everything': 'yes' } },
  yandexcertificatemanager: { auth: { authorizedKeySecretRef: secret('key') } },
  yandexlockbox: { auth: { authorizedKeySecretRef: secret('key') }, fetching: { byName: { folderID: 'f' } } },
};

/** Every generator that the CRDs know. */
const GENERATORS: Omit<Generators, 'ClusterGenerator'> = {
  ACRAccessToken: { registry: 'everything.azurecr.io', auth: { workloadIdentity: { serviceAccountRef: reader } } },
  CloudsmithAccessToken: { orgSlug: 'o', serviceSlug: 's', serviceAccountRef: reader },
  ECRAuthorizationToken: { region: 'eu-west-1', auth: { jwt: { serviceAccountRef: reader } }, scope: 'private' },
  Fake: { data: { key: 'value' } },
  GCRAccessToken: { projectID: 'p', auth: { secretRef: { secretAccessKeySecretRef: secret('key') } } },
  GithubAccessToken: {
    appID: '1',
    installID: '2',
    repositories: ['r'],
    permissions: { contents: 'read' },
    auth: { privateKey: held('key') },
  },
  Grafana: { url, auth: { token: secret('token') }, serviceAccount: { name: 's', role: 'Viewer' } },
  MFA: { secret: secret('seed'), length: 6, timePeriod: 30, algorithm: 'sha256' },
  Password: {
    length: 32,
    digits: 4,
    symbols: 4,
    symbolCharacters: '-_',
    noUpper: true,
    allowRepeat: true,
    encoding: 'raw',
  },
  QuayAccessToken: { robotAccount: 'o+r', serviceAccountRef: reader },
  SSHKey: { keyType: 'ed25519', comment: 'everything' },
  STSSessionToken: {
    region: 'eu-west-1',
    requestParameters: { sessionDuration: 900 },
    auth: { secretRef: { accessKeyIDSecretRef: secret('id'), secretAccessKeySecretRef: secret('key') } },
  },
  UUID: {},
  VaultDynamicSecret: {
    path: 'database/creds/everything',
    method: 'GET',
    resultType: 'Data',
    provider: { server: url, auth: { kubernetes: { mountPath: 'kubernetes', role: 'r', serviceAccountRef: reader } } },
  },
  Webhook: { url, result: { jsonPath: '$.value' }, timeout: '10s' },
};

const names = Object.keys(PROVIDERS) as (keyof Providers)[];
const kinds = Object.keys(GENERATORS) as (keyof typeof GENERATORS)[];

export const catalogue: Catalogue = {
  system: 'providers',
  environments: names.map((name) => name.toLowerCase()),
  namespace: 'everything',
  entries: { app: { fields: { TOKEN: {} } } },
  generators: Object.fromEntries(
    kinds.map((kind) => [kind.toLowerCase(), { kind, spec: GENERATORS[kind] } as GeneratorInput]),
  ),
  bundles: {
    app: { all: ['app'] },
    ...Object.fromEntries(
      kinds.map((kind) => {
        const generator = kind.toLowerCase();
        return [`made-${generator}`, { generator, refreshPolicy: 'CreatedOnce' as const, onlyIn: ['fake'] }];
      }),
    ),
  },
};

export const environments: EnvironmentInput[] = names.map((name) => ({
  name: name.toLowerCase(),
  tier: 'staging',
  cluster: elsewhere(`of-${name.toLowerCase()}`),
  backend: provider(name, PROVIDERS[name]),
}));
