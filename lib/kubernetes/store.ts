import { ClusterSecretStore, SecretStore, type SecretStoreProps } from '../../imports/external-secrets.io';
import type { KubernetesObject, PlannedIdentity, PlannedProvider, PlannedStore } from '../model';
import { keyVaultDefaults, newerStoreDefaults, withDefaults } from './operator-defaults';
import type { Spelled } from './spelled';

/**
 * The SecretStore or ClusterSecretStore that syncs read through.
 * @see https://external-secrets.io/latest/api/secretstore/
 * @see https://external-secrets.io/latest/api/clustersecretstore/
 */
export function storeManifest(store: PlannedStore): KubernetesObject {
  return withDefaults(manifestOf(store), newerStoreDefaults(store.operatorVersion));
}

// --- internal ---

function manifestOf(store: PlannedStore): KubernetesObject {
  const { namespace, name, labels } = store;
  const metadata = { labels, name, ...(namespace !== undefined && { namespace }) };
  const isCluster = store.kind === 'ClusterSecretStore';
  const conditions = isCluster ? { conditions: conditionsOf(store) } : {};
  if (store.provider.kind === 'provider') {
    // As it was written: the generated code drops what it does not know.
    const provider = { [store.provider.name]: store.provider.spec };
    return { ...(isCluster ? ClusterSecretStore : SecretStore).GVK, metadata, spec: { ...conditions, provider } };
  }
  const props = { metadata, spec: { ...conditions, provider: providerOf(store, store.provider) } };
  // The plan's strings are the enums of the generated props.
  return isCluster
    ? ClusterSecretStore.manifest(props as Parameters<typeof ClusterSecretStore.manifest>[0])
    : SecretStore.manifest(props as SecretStoreProps);
}

/** One of them is enough. */
const conditionsOf = ({ conditions, namespaceSelectors }: PlannedStore) => [
  ...(conditions.length > 0 ? [{ namespaces: [...conditions] }] : []),
  ...namespaceSelectors.map((namespaceSelector) => ({ namespaceSelector })),
];

type Provider = NonNullable<Spelled<SecretStoreProps>['spec']>['provider'];
type Aws = NonNullable<Provider['aws']>;

function providerOf(store: PlannedStore, provider: Exclude<PlannedProvider, { kind: 'provider' }>): Provider {
  switch (provider.kind) {
    case 'secretsManager':
      return { aws: { ...authOf(store), region: provider.region, service: 'SecretsManager' } };
    case 'parameterStore':
      return { aws: { ...authOf(store), region: provider.region, service: 'ParameterStore' } };
    case 'vault':
      return { vault: vaultOf(store, provider) };
    case 'azureKeyVault':
      return { azurekv: keyVaultOf(store, provider) };
  }
}

/** @see https://external-secrets.io/latest/provider/hashicorp-vault/ */
function vaultOf(
  store: PlannedStore,
  provider: Extract<PlannedProvider, { kind: 'vault' }>,
): NonNullable<Provider['vault']> {
  const { identity } = store;
  if (identity.kind !== 'kubernetesAuth') throw new Error(`the store ${store.id} reads Vault as ${identity.kind}`);
  const serviceAccountRef = {
    audiences: [identity.audience],
    name: identity.serviceAccount,
    ...namespaceOf(store),
  };
  return {
    auth: { kubernetes: { mountPath: identity.mount, role: identity.role, serviceAccountRef } },
    ...(provider.caBundle !== undefined && { caBundle: provider.caBundle }),
    ...(provider.caProvider && { caProvider: provider.caProvider }),
    ...(provider.namespace !== undefined && { namespace: provider.namespace }),
    path: provider.mount,
    server: provider.server,
    version: provider.version,
  };
}

/** @see https://external-secrets.io/latest/provider/azure-key-vault/ */
function keyVaultOf(
  store: PlannedStore,
  { tenantId, vaultUrl }: Extract<PlannedProvider, { kind: 'azureKeyVault' }>,
): NonNullable<Provider['azurekv']> {
  const { identity } = store;
  if (identity.kind !== 'workloadIdentity')
    throw new Error(`the store ${store.id} reads Key Vault as ${identity.kind}`);
  return {
    authType: 'WorkloadIdentity',
    environmentType: 'PublicCloud',
    serviceAccountRef: { name: identity.serviceAccount, ...namespaceOf(store) },
    tenantId,
    ...keyVaultDefaults(store.operatorVersion),
    vaultUrl,
  };
}

function authOf(store: PlannedStore): Pick<Aws, 'auth'> {
  const { identity } = store;
  const namespace = namespaceOf(store);
  switch (identity.kind) {
    case 'irsa':
      return { auth: { jwt: { serviceAccountRef: { name: identity.serviceAccount, ...namespace } } } };
    case 'podIdentity':
      // The operator's own identity: a store with `auth` would not use it.
      // @see https://external-secrets.io/latest/provider/aws-access/#eks-pod-identity-credentials
      return {};
    case 'none':
    case 'kubernetesAuth':
    case 'workloadIdentity':
      throw new Error(`the store ${store.id} reads AWS as ${identity.kind}`);
    case 'staticCredentials':
      return { auth: { secretRef: credentials(identity, namespace) } };
  }
}

/** A ClusterSecretStore that names no namespace would look in the one of each ExternalSecret. */
function namespaceOf({ kind, identity }: PlannedStore): { readonly namespace?: string } {
  return kind === 'ClusterSecretStore' && identity.kind !== 'none' ? { namespace: identity.namespace } : {};
}

function credentials(
  identity: Extract<PlannedIdentity, { kind: 'staticCredentials' }>,
  namespace: { readonly namespace?: string },
) {
  const name = identity.secretName;
  return {
    accessKeyIdSecretRef: { key: identity.accessKeyIdKey, name, ...namespace },
    secretAccessKeySecretRef: { key: identity.secretAccessKeyKey, name, ...namespace },
  };
}
