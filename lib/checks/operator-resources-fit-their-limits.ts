import type { PlanCheck } from './check';
import { recordAt } from './support/json-at';
import { amountOf } from './support/quantity';
import { quoted } from './support/words';

/** @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/ */
export const operatorResourcesFitTheirLimits: PlanCheck = {
  code: 'operator-resources-fit-their-limits',
  severity: 'error',
  summary: 'An operator requests no more of a resource than its limit.',
  *run(plan, at) {
    for (const { id, values } of plan.operators) {
      const limits = recordAt(values, 'resources', 'limits');
      for (const [name, given] of Object.entries(recordAt(values, 'resources', 'requests'))) {
        const [requested, limit] = [amountOf(given), amountOf(limits[name])];
        if (requested === undefined || limit === undefined || requested <= limit) continue;
        yield {
          path: at.cluster(id, `operator.resources.requests.${name}`),
          message: `${quoted(String(given))} is more than the limit, ${quoted(String(limits[name]))}: the API server refuses the pods`,
          mend: `request at most ${quoted(String(limits[name]))}, or raise \`limits.${name}\``,
        };
      }
    }
  },
};
