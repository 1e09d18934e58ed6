import type {
  Labels,
  PlannedCluster,
  PlannedEnvironment,
  PlannedOperatorValues,
  PlannedServiceAccount,
} from '../model';
import { planProviderEnv } from './providers';
import type { OwnedStore } from './stores';

/** What the chart of each cluster's operator must be told, so that the stores of that cluster read as planned. */
export function planOperatorValues(
  clusters: readonly PlannedCluster[],
  environments: readonly PlannedEnvironment[],
  stores: readonly OwnedStore[],
  serviceAccounts: readonly PlannedServiceAccount[],
): PlannedOperatorValues[] {
  return clusters.flatMap(({ id, home, operator }) => {
    const homes = new Set([home, ...environments.filter((it) => it.clusters.includes(id)).map((it) => it.id)]);
    const env = Object.assign(
      {},
      ...stores.filter(({ store }) => homes.has(store.home)).map(({ store }) => planProviderEnv(store.provider)),
    ) as Labels;
    const account = serviceAccounts.find((it) => homes.has(it.home) && !it.emitted && isOperators(it, operator));
    const annotations = account?.annotations ?? {};
    if (Object.keys({ ...env, ...annotations }).length === 0) return [];
    return [{ id, home, version: operator.version, namespace: operator.namespace, annotations, env }];
  });
}

/** The operator's own ServiceAccount is made by its chart: a second object would be overwritten, or overwrite it. */
export function isOperators(
  account: { readonly name: string; readonly namespace: string },
  operator: PlannedCluster['operator'] | undefined,
): boolean {
  return account.name === operator?.serviceAccount && account.namespace === operator.namespace;
}
