import type {
  ClusterInput,
  Labels,
  PlannedBundle,
  PlannedCluster,
  PlannedOperator,
  PlannedProvider,
  PlannedServiceAccount,
} from '../model';
import { clusterInputs } from './clusters';
import { OPERATOR_RELEASE } from './names';
import { planOperatorValues } from './operator-values';
import { planProviderEnv } from './providers';
import type { Site } from './sites';
import type { OwnedStore } from './stores';

/** What an operator works on. */
interface Work {
  readonly stores: readonly OwnedStore[];
  readonly bundles: readonly PlannedBundle[];
  readonly serviceAccounts: readonly PlannedServiceAccount[];
}

/** The operators of all clusters but those that somebody else installs; each site says once more what its cluster has. */
export function planOperators(sites: readonly Site[], all: Work): PlannedOperator[] {
  return sites.flatMap((site) =>
    clusterInputs(site.environment).flatMap((input, at) => {
      const cluster = site.clusters[at]!;
      const homes = [cluster.home, ...sites.filter(isOn(cluster.id)).map(({ home }) => home)];
      return planOperator(input, cluster, within(homes, all));
    }),
  );
}

/** The operator's own ServiceAccount is made by its chart: a second object would be overwritten, or overwrite it. */
export function isOperators(
  account: { readonly name: string; readonly namespace: string },
  operator: PlannedCluster['operator'] | undefined,
): boolean {
  return account.name === operator?.serviceAccount && account.namespace === operator.namespace;
}

// --- internal ---

function planOperator(input: ClusterInput, { id, home, operator }: PlannedCluster, work: Work): PlannedOperator[] {
  const { install, ...running } = operator;
  if (install === 'none') return [];
  const stores = work.stores.map(({ store }) => store);
  const syncs = work.bundles.filter(({ source }) => source.kind === 'sync');
  const env: Labels = Object.assign({}, ...stores.map(({ provider }) => planProviderEnv(provider)));
  const annotations = work.serviceAccounts.find((it) => !it.emitted && isOperators(it, operator))?.annotations ?? {};
  const values = planOperatorValues({
    ...running,
    input: input.operator ?? {},
    env,
    annotations,
    ports: portsOf(work),
    namespaces: [...new Set(syncs.flatMap(({ namespace }) => namespace ?? []))],
    readsClusterStores: stores.some(({ kind }) => kind === 'ClusterSecretStore'),
    hasClusterSyncs: syncs.some(({ namespace }) => namespace === undefined),
  });
  return [{ id, home, ...running, install, release: OPERATOR_RELEASE, env, annotations, values }];
}

const isOn =
  (cluster: string) =>
  ({ clusters }: Site): boolean =>
    clusters.some(({ id }) => id === cluster);

function within(homes: readonly string[], { stores, bundles, serviceAccounts }: Work): Work {
  const isHere = ({ home }: { readonly home: string }): boolean => homes.includes(home);
  return {
    stores: stores.filter(({ store }) => isHere(store)),
    bundles: bundles.filter(isHere),
    serviceAccounts: serviceAccounts.filter(isHere),
  };
}

/** Where stores are read at; none where that is in the words of a provider or a generator that are not modelled. */
function portsOf({ stores, bundles }: Work): number[] | undefined {
  const made = bundles.flatMap(({ generator }) => generator?.kind ?? []);
  if (!made.every((kind) => PLAIN_GENERATORS.includes(kind))) return undefined;
  const ports = stores.map(({ store }) => portOf(store.provider));
  const agent = stores.some(({ identity }) => identity?.kind === 'podIdentity') ? [POD_IDENTITY_AGENT] : [];
  return ports.every((port) => port !== undefined) ? [...ports, ...agent] : undefined;
}

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
