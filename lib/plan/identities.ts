import type { Identity, PlannedIdentity, PlannedProvider, StaticCredentials } from '../model';
import {
  DEFAULT_FURTHER_SERVICE_ACCOUNT,
  DEFAULT_SERVICE_ACCOUNT,
  DNS_SUBDOMAIN_LIMIT,
  expand,
  withinLimit,
} from './names';
import type { Owner } from './owner';
import { roleNames } from './role-names';

/** Who reads from a backend when nobody says. */
export function defaultIdentity(provider: PlannedProvider['kind']): Identity | undefined {
  switch (provider) {
    case 'secretsManager':
    case 'parameterStore':
      return { kind: 'irsa' };
    case 'vault':
      return { kind: 'kubernetesAuth' };
    case 'provider':
      return undefined;
    case 'azureKeyVault':
      // A check asks for the client id, which nobody can guess.
      return { kind: 'workloadIdentity', clientId: '' };
  }
}

/** The ServiceAccount or Secret that a store names. A ClusterSecretStore must say the namespace: else it is the reader's. */
export function planIdentity(
  identity: Identity | undefined,
  owner: Owner,
  store: { readonly name: string; readonly namespace?: string },
): PlannedIdentity {
  const operator = owner.clusters[0]?.operator;
  const home = store.namespace ?? operator?.namespace ?? '';
  switch (identity?.kind) {
    case undefined:
      return { kind: 'none' };
    case 'irsa':
      return { kind: 'irsa', ...serviceAccountOf(identity, owner, store) };
    case 'podIdentity':
      return {
        kind: 'podIdentity',
        serviceAccount: operator?.serviceAccount ?? '',
        namespace: operator?.namespace ?? '',
      };
    case 'staticCredentials':
      return staticIdentity(identity, home);
    case 'workloadIdentity':
      return { kind: 'workloadIdentity', ...serviceAccountOf(identity, owner, store) };
    case 'kubernetesAuth':
      return {
        kind: 'kubernetesAuth',
        ...serviceAccountOf(identity, owner, store),
        mount: identity.mount ?? 'kubernetes',
        role: roleNames(store, owner, identity.role?.name).name,
        audience: identity.audience ?? 'vault',
      };
  }
}

// --- internal ---

function serviceAccountOf(
  identity: Extract<Identity, { readonly serviceAccount?: string }>,
  owner: Owner,
  { name, namespace }: { readonly name: string; readonly namespace?: string },
) {
  const operator = owner.clusters[0]?.operator;
  const own = owner.apart === undefined ? DEFAULT_SERVICE_ACCOUNT : DEFAULT_FURTHER_SERVICE_ACCOUNT;
  const fallback = namespace === undefined ? (operator?.serviceAccount ?? '') : own;
  return {
    serviceAccount: withinLimit(
      expand(identity.serviceAccount ?? fallback, { ...owner.words, store: name }),
      DNS_SUBDOMAIN_LIMIT,
    ),
    namespace: identity.namespace ?? namespace ?? operator?.namespace ?? '',
  };
}

function staticIdentity(
  { secretName, namespace, placeholders, ...keys }: StaticCredentials,
  home: string,
): PlannedIdentity {
  const { accessKeyIdKey = 'access-key-id', secretAccessKeyKey = 'secret-access-key' } = keys;
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  return {
    kind: 'staticCredentials',
    secretName,
    namespace: namespace ?? home,
    accessKeyIdKey,
    secretAccessKeyKey,
    ...(placeholders && {
      data: {
        [accessKeyIdKey]: base64(placeholders.accessKeyId),
        [secretAccessKeyKey]: base64(placeholders.secretAccessKey),
      },
    }),
  };
}
