import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
export const environmentsListAClusterOnce: PlanCheck = {
  code: 'environments-list-a-cluster-once',
  severity: 'error',
  summary: 'The clusters of an environment differ, and not in punctuation alone: each has its statement in the trust.',
  *run(plan, at) {
    for (const { id, clusters } of plan.environments) {
      for (const [cluster] of repeated(clusters, (name) => name)) {
        const message = `${quoted(cluster)} is listed twice`;
        yield { path: at.environment(id, 'clusters'), message, mend: 'list it once' };
      }
    }
    for (const role of plan.roles) {
      for (const [statement, earlier] of repeated(role.trust, ({ Sid }) => Sid)) {
        if (JSON.stringify(statement) === JSON.stringify(earlier)) continue;
        yield {
          path: at.environment(role.home, 'clusters'),
          message: `two clusters are both ${quoted(statement.Sid)} in the trust of ${quoted(role.name)}: their names differ in punctuation only`,
          mend: 'run the two in environments of their own',
        };
      }
    }
  },
};
