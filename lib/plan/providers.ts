import type { Labels, PlannedProvider, RemoteBackend } from '../model';
import { planCertificateAuthority } from './certificate-authorities';
import type { Place } from './names';

/** What a store reads, as its backend says it. */
export function planProvider(backend: RemoteBackend, place: Place | undefined): PlannedProvider {
  switch (backend.kind) {
    case 'secretsManager':
    case 'parameterStore':
      return {
        kind: backend.kind,
        account: place?.account ?? '',
        region: place?.region ?? '',
        ...(backend.endpoint !== undefined && { endpoint: backend.endpoint }),
      };
    case 'vault':
      return {
        kind: 'vault',
        server: backend.server,
        mount: backend.mount ?? 'secret',
        version: backend.version ?? 'v2',
        ...(backend.namespace !== undefined && { namespace: backend.namespace }),
        ...planCertificateAuthority(backend.ca),
      };
    case 'provider':
      return { kind: 'provider', name: backend.name, spec: literal(backend.spec) };
    case 'azureKeyVault':
      return { kind: 'azureKeyVault', vaultUrl: backend.vaultUrl.replace(/\/+$/, ''), tenantId: backend.tenantId };
  }
}

/**
 * What the operator's environment must hold for a store to read there.
 * @see https://github.com/external-secrets/external-secrets/issues/739
 */
export function planProviderEnv(provider: PlannedProvider): Labels {
  if (!('endpoint' in provider) || provider.endpoint === undefined) return {};
  const service = provider.kind === 'parameterStore' ? 'AWS_SSM_ENDPOINT' : 'AWS_SECRETSMANAGER_ENDPOINT';
  return { [service]: provider.endpoint, AWS_STS_ENDPOINT: provider.endpoint };
}

// --- internal ---

/** What JSON keeps of it. */
const literal = (spec: object): Record<string, unknown> => JSON.parse(JSON.stringify(spec)) as Record<string, unknown>;
