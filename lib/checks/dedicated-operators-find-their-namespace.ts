import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const dedicatedOperatorsFindTheirNamespace: PlanCheck = {
  code: 'dedicated-operators-find-their-namespace',
  severity: 'error',
  summary: 'The one namespace in which a dedicated operator has its rights is there before the operator is installed.',
  *run(plan, at) {
    for (const { id, values } of plan.operators) {
      if (values.scopedRBAC !== true) continue;
      for (const { home, name } of plan.namespaces) {
        if (name !== values.scopedNamespace || !at.clustersOf(home).includes(id)) continue;
        yield {
          path: at.environment(home, 'createNamespace'),
          message: `${quoted(name)} is made when the operator runs, and it takes the Role that is in it to run`,
          mend: `leave \`createNamespace\` out and make ${quoted(name)} before, or leave \`operator.dedicated\` out`,
        };
      }
    }
  },
};
