import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const secretsManagerHasACluster: PlanCheck = {
  code: 'secrets-manager-has-a-cluster',
  severity: 'error',
  summary: 'An environment that reads from Secrets Manager names the cluster whose operator reads.',
  *run(plan, at) {
    for (const { id, name, backend, clusters } of plan.environments) {
      if (backend !== 'secretsManager' || clusters.length > 0) continue;
      yield {
        path: at.environment(id, 'cluster'),
        message: `${quoted(name)} reads from Secrets Manager and names no cluster: account, region and operator are not known`,
        mend: 'write `cluster: eksCluster({ name, account, region, oidcIssuer })`',
      };
    }
  },
};
