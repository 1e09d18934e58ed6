import type { BackendKind } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const backendsHaveACluster: PlanCheck = {
  code: 'backends-have-a-cluster',
  severity: 'error',
  summary: 'An environment whose values are not all embedded names the cluster whose operator reads them.',
  *run(plan, at) {
    for (const { id, name, clusters } of plan.environments) {
      const backend = plan.backends.find(({ home, kind }) => home === id && kind !== 'embedded')?.kind;
      if (backend === undefined || clusters.length > 0) continue;
      yield {
        path: at.environment(id, 'cluster'),
        message: `${quoted(name)} reads from a backend and names no cluster: ${
          isOnAws(backend) ? 'account, region and operator are' : 'its operator is'
        } not known`,
        mend: isOnAws(backend)
          ? 'write `cluster: eksCluster({ name, account, region, oidcIssuer })`'
          : 'write `cluster: kubernetesCluster({ name })`',
      };
    }
  },
};

// --- internal ---

const isOnAws = (backend: BackendKind): boolean => backend === 'secretsManager' || backend === 'parameterStore';
