import type { PlannedBundle, PlannedProvider } from '../model';
import type { OwnedStore } from './stores';

interface Connections {
  readonly stores: readonly OwnedStore[];
  readonly bundles: readonly PlannedBundle[];
}

/** Where stores are read at; none where that is in the words of a provider or a generator that are not modelled. */
export function portsOf({ stores, bundles }: Connections): number[] | undefined {
  const made = bundles.flatMap(({ generator }) => generator?.kind ?? []);
  if (!made.every((kind) => PLAIN_GENERATORS.includes(kind))) return undefined;
  const ports = stores.map(({ store }) => portOf(store.provider));
  const agent = stores.some(({ identity }) => identity?.kind === 'podIdentity') ? [POD_IDENTITY_AGENT] : [];
  return ports.every((port) => port !== undefined) ? [...ports, ...agent] : undefined;
}

// --- internal ---

/** Generators that call nobody, or a cloud at 443. */
const PLAIN_GENERATORS: readonly string[] = [
  'ACRAccessToken',
  'ECRAuthorizationToken',
  'Fake',
  'GCRAccessToken',
  'Password',
  'SSHKey',
  'STSSessionToken',
  'UUID',
];

/** On each node, where pods get their credentials. @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html */
const POD_IDENTITY_AGENT = 80;

function portOf(provider: PlannedProvider): number | undefined {
  switch (provider.kind) {
    case 'provider':
      return undefined;
    case 'vault':
      return portIn(provider.server);
    case 'azureKeyVault':
      return portIn(provider.vaultUrl);
    default:
      return provider.endpoint === undefined ? 443 : portIn(provider.endpoint);
  }
}

/** A URL that is none has a finding of its own. */
function portIn(url: string): number {
  if (!URL.canParse(url)) return 443;
  const { port, protocol } = new URL(url);
  return port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port);
}
