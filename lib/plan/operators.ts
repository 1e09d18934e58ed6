import type {
  ClusterInput,
  Labels,
  OperatorInstall,
  PlannedCluster,
  PlannedOperator,
  PlannedServiceAccount,
} from '../model';
import { clusterInputs } from './clusters';
import { planProviderEnv } from './providers';
import type { Site } from './sites';
import type { OwnedStore } from './stores';

/** The operators of all clusters but those that somebody else installs; each site says once more what its cluster has. */
export function planOperators(
  sites: readonly Site[],
  stores: readonly OwnedStore[],
  serviceAccounts: readonly PlannedServiceAccount[],
): PlannedOperator[] {
  return sites.flatMap((site) =>
    clusterInputs(site.environment).flatMap((input, at) => {
      const { id, home, operator } = site.clusters[at]!;
      const install = planInstall(input);
      if (install === 'none') return [];
      const homes = new Set([home, ...sites.filter(isOn(id)).map((it) => it.home)]);
      const account = serviceAccounts.find((it) => homes.has(it.home) && !it.emitted && isOperators(it, operator));
      const read = stores.filter(({ store }) => homes.has(store.home));
      const env: Labels = Object.assign({}, ...read.map(({ store }) => planProviderEnv(store.provider)));
      return [{ id, home, ...operator, install, values: chartValues(env, account?.annotations ?? {}) }];
    }),
  );
}

/** How a cluster's operator is installed. */
export const planInstall = ({ operator, gitops }: ClusterInput): OperatorInstall =>
  operator?.install ?? gitops?.kind ?? 'helmValues';

/** The operator's own ServiceAccount is made by its chart: a second object would be overwritten, or overwrite it. */
export function isOperators(
  account: { readonly name: string; readonly namespace: string },
  operator: PlannedCluster['operator'] | undefined,
): boolean {
  return account.name === operator?.serviceAccount && account.namespace === operator.namespace;
}

// --- internal ---

const isOn =
  (cluster: string) =>
  ({ clusters }: Site): boolean =>
    clusters.some(({ id }) => id === cluster);

/** What the chart must be told, so that the stores of its cluster read as planned. */
function chartValues(env: Labels, annotations: Labels): PlannedOperator['values'] {
  return {
    ...(Object.keys(env).length > 0 && { extraEnv: Object.entries(env).map(([name, value]) => ({ name, value })) }),
    ...(Object.keys(annotations).length > 0 && { serviceAccount: { annotations } }),
  };
}
