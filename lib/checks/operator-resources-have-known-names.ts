import type { PlanCheck } from './check';
import { recordAt } from './support/json-at';
import { mendName, quoted } from './support/words';

/** @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/ */
const NAMES: readonly string[] = ['cpu', 'memory', 'ephemeral-storage'];
/** Huge pages of a size, and what a device plugin or somebody else has. */
const OTHERS = /^hugepages-.+|^[^/]+\.[^/]+\/.+/;

export const operatorResourcesHaveKnownNames: PlanCheck = {
  code: 'operator-resources-have-known-names',
  severity: 'error',
  summary: 'What an operator requests is `cpu`, `memory` or another resource that Kubernetes knows.',
  *run(plan, at) {
    for (const { id, values } of plan.operators) {
      for (const list of ['requests', 'limits']) {
        for (const name of Object.keys(recordAt(values, 'resources', list))) {
          if (NAMES.includes(name) || OTHERS.test(name)) continue;
          yield {
            path: at.cluster(id, `operator.resources.${list}.${name}`),
            message: `${quoted(name)} is no resource: the API server refuses the pods`,
            mend: mendName(name, NAMES, ''),
          };
        }
      }
    }
  },
};
