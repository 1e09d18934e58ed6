import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml */
export const operatorServiceAccountsAreLeftToTheirChart: PlanCheck = {
  code: 'operator-service-accounts-are-left-to-their-chart',
  severity: 'warning',
  summary: "The operator's own ServiceAccount is made by its Helm chart and not a second time here.",
  *run(plan, at) {
    const operators = new Map(plan.clusters.map(({ id, operator }) => [id, operator]));
    const emitted = new Set(plan.serviceAccounts.flatMap((account) => (account.emitted ? [account.id] : [])));
    for (const store of plan.stores) {
      if (store.identity.kind !== 'irsa') continue;
      const { serviceAccount, namespace } = store.identity;
      if (!emitted.has(`${store.home}/${namespace}/${serviceAccount}`)) continue;
      for (const cluster of at.clustersOf(store.home)) {
        const operator = operators.get(cluster);
        if (operator?.namespace !== namespace || operator.serviceAccount !== serviceAccount) continue;
        yield {
          path: at.store(store, 'identity.serviceAccount'),
          message: `${quoted(`${namespace}/${serviceAccount}`)} is the operator's own ServiceAccount, which its chart makes`,
          mend: `write \`createServiceAccount: false\` and annotate it in the chart's values, or name another \`serviceAccount\``,
        };
      }
    }
  },
};
