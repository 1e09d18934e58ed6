import type { Providers } from '../../imports/external-secrets-types';
import { customResourceValidators } from './crds';

/** As the compiler reads them (`npm run typecheck`); the test shows that ESO reads them alike. */
const WELL_TYPED: Partial<Providers> = {
  akeyless: {
    akeylessGWApiURL: 'https://api.akeyless.io',
    authSecretRef: { secretRef: { accessID: { name: 'akeyless', key: 'id' } } },
  },
  aws: {
    service: 'ParameterStore',
    region: 'eu-west-1',
    externalID: 'shop',
    auth: { secretRef: { accessKeyIDSecretRef: { name: 'aws', key: 'id' } } },
    sessionTags: [{ key: 'system', value: 'shop' }],
  },
  azurekv: { vaultUrl: 'https://shop.vault.azure.net', authType: 'WorkloadIdentity', useAzureSDK: true },
  onepassword: {
    connectHost: 'https://connect',
    vaults: { shop: 1 },
    auth: { secretRef: { connectTokenSecretRef: { name: 'token', key: 'token' } } },
  },
  vault: {
    server: 'https://vault:8200',
    headers: { 'X-Shop': 'yes' },
    caProvider: { type: 'ConfigMap', name: 'ca', key: 'ca.crt' },
    auth: { kubernetes: { mountPath: 'kubernetes', role: 'shop', serviceAccountRef: { name: 'reader' } } },
  },
  yandexlockbox: { auth: {}, fetching: { byID: {} } },
};

const ILL_TYPED: Partial<Providers> = {
  // @ts-expect-error a name that `cdk8s import` gives, and that YAML has not
  aws: { service: 'SecretsManager', region: 'eu-west-1', externalId: 'shop' },
  // @ts-expect-error a value that is none of the known ones
  azurekv: { vaultUrl: 'https://shop.vault.azure.net', authType: 'Password' },
  // @ts-expect-error a required field is missing
  vault: { auth: { iam: {} } },
  // @ts-expect-error an empty object has no fields
  yandexlockbox: { auth: {}, fetching: { byID: { folderID: 'a' } } },
};

const validators = customResourceValidators();

describe.each(['SecretStore', 'ClusterSecretStore'])('a %s', (kind) => {
  test.each(Object.entries(WELL_TYPED))('of %s that compiles is one that ESO accepts', (name, provider) => {
    expect(isAccepted(kind, { [name]: provider })).toBe(true);
  });

  test.each(Object.entries(ILL_TYPED))('of %s that does not compile is one that ESO refuses', (name, provider) => {
    expect(isAccepted(kind, { [name]: provider })).toBe(false);
  });
});

// --- internal ---

function isAccepted(kind: string, provider: object): boolean {
  const validate = validators.get(`external-secrets.io/v1 ${kind}`)!;
  return validate({ apiVersion: 'external-secrets.io/v1', kind, metadata: { name: 'a' }, spec: { provider } });
}
