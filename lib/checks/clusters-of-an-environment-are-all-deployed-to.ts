import type { PlanCheck } from './check';
import { listed, quoted } from './support/words';

export const clustersOfAnEnvironmentAreAllDeployedTo: PlanCheck = {
  code: 'clusters-of-an-environment-are-all-deployed-to',
  severity: 'warning',
  summary: 'Where something deploys to one cluster of an environment, something deploys to the others.',
  *run({ environments, clusters }, at) {
    const deployed = new Set(clusters.filter(({ gitops }) => gitops).map(({ id }) => id));
    for (const { id, clusters: its } of environments) {
      const left = its.filter((cluster) => !deployed.has(cluster));
      if (left.length === 0 || left.length === its.length) continue;
      const others = its.filter((cluster) => deployed.has(cluster));
      yield {
        path: at.environment(id, 'clusters'),
        message: `something deploys to ${listed(others)} and nothing to ${listed(left)}`,
        mend: `write \`gitops\` for ${quoted(left[0] ?? '')} too, or run it in an environment of its own`,
      };
    }
  },
};
