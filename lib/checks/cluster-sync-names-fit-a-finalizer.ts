import type { PlanCheck } from './check';
import { clusterSyncsOf } from './support/cluster-syncs';
import { quoted } from './support/words';

/** The operator puts a finalizer `…/ces-<name>` on each namespace, and Kubernetes takes 63 characters after the slash. */
const LIMIT = 63 - 'ces-'.length;

/** @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/pkg/controllers/clusterexternalsecret/clusterexternalsecret_controller.go */
export const clusterSyncNamesFitAFinalizer: PlanCheck = {
  code: 'cluster-sync-names-fit-a-finalizer',
  severity: 'error',
  summary: `The name of a ClusterExternalSecret has at most ${LIMIT} characters: the operator makes a finalizer of it.`,
  *run(plan, at) {
    for (const { bundle, clusterSync } of clusterSyncsOf(plan)) {
      const { name } = clusterSync;
      if (name.length <= LIMIT) continue;
      yield {
        path: at.bundle(bundle, 'clusterSyncName'),
        message: `${quoted(name)} has ${name.length} characters, more than ${LIMIT}`,
        mend: `shorten it to ${LIMIT} characters`,
      };
    }
  },
};
