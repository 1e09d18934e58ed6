import type { PlanCheck } from './check';
import { clusterSyncsOf } from './support/cluster-syncs';
import { quoted } from './support/words';

/** @see https://external-secrets.io/latest/api/generator/ */
export const generatorsAreInTheirNamespace: PlanCheck = {
  code: 'generators-are-in-their-namespace',
  severity: 'error',
  summary: 'What a generator makes is for namespaces that are named: the generator is in each of them.',
  *run(plan, at) {
    for (const { bundle } of clusterSyncsOf(plan)) {
      if (!bundle.generator) continue;
      yield {
        path: at.bundle(bundle, 'namespaceSelector'),
        message: `the generator ${quoted(bundle.generator.name)} is in none of the namespaces that are selected`,
        mend: 'name them in `namespace`',
      };
    }
  },
};
