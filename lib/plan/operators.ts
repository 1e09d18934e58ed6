import type {
  ClusterInput,
  Labels,
  PlannedBundle,
  PlannedCluster,
  PlannedOperator,
  PlannedPush,
  PlannedServiceAccount,
} from '../model';
import { clusterInputs } from './clusters';
import { CHART_PODS, OPERATOR_RELEASE } from './names';
import { portsOf } from './operator-ports';
import { type OperatorNeeds, planOperatorValues } from './operator-values';
import { planProviderEnv } from './providers';
import type { Site } from './sites';
import type { OwnedStore } from './stores';

/** What an operator works on. */
interface Work {
  readonly stores: readonly OwnedStore[];
  readonly bundles: readonly PlannedBundle[];
  readonly pushes: readonly PlannedPush[];
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

function planOperator(input: ClusterInput, cluster: PlannedCluster, work: Work): PlannedOperator[] {
  const { id, home, operator, monitoring } = cluster;
  const { install, ...running } = operator;
  if (install === 'none') return [];
  const env: Labels = Object.assign({}, ...work.stores.map(({ store }) => planProviderEnv(store.provider)));
  const annotations = work.serviceAccounts.find((it) => !it.emitted && isOperators(it, operator))?.annotations ?? {};
  const values = planOperatorValues({
    ...running,
    input: input.operator ?? {},
    env,
    annotations,
    ports: portsOf(work),
    namespaces: [...new Set([...syncsOf(work), ...work.pushes].flatMap(({ namespace }) => namespace ?? []))],
    kinds: kindsOf(work),
    ...(monitoring && { scraped: monitoring.metrics === 'elsewhere' ? 'elsewhere' : monitoring }),
  });
  const networkPolicies = input.operator?.networkPolicy ? Object.values(CHART_PODS).sort() : [];
  return [{ id, home, ...running, install, release: OPERATOR_RELEASE, env, annotations, networkPolicies, values }];
}

const syncsOf = ({ bundles }: Work) => bundles.filter(({ source }) => source.kind === 'sync');

/** What it processes besides ExternalSecrets and SecretStores. */
const kindsOf = (work: Work): OperatorNeeds['kinds'] => [
  ...(syncsOf(work).some(({ namespace }) => namespace === undefined) ? (['ClusterExternalSecret'] as const) : []),
  ...(work.stores.some(({ store }) => store.kind === 'ClusterSecretStore') ? (['ClusterSecretStore'] as const) : []),
  ...(work.pushes.length > 0 ? (['PushSecret'] as const) : []),
];

const isOn =
  (cluster: string) =>
  ({ clusters }: Site): boolean =>
    clusters.some(({ id }) => id === cluster);

function within(homes: readonly string[], { stores, bundles, pushes, serviceAccounts }: Work): Work {
  const isHere = ({ home }: { readonly home: string }): boolean => homes.includes(home);
  return {
    stores: stores.filter(({ store }) => isHere(store)),
    bundles: bundles.filter(isHere),
    pushes: pushes.filter(isHere),
    serviceAccounts: serviceAccounts.filter(isHere),
  };
}
