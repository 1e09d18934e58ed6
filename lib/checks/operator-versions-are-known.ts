import { gte, valid } from 'semver';
import type { PlanCheck } from './check';
import { UNKNOWN } from './support/operator-releases';
import { quoted } from './support/words';

export const operatorVersionsAreKnown: PlanCheck = {
  code: 'operator-versions-are-known',
  severity: 'warning',
  summary: `A cluster's operator is older than ${UNKNOWN}: what the definitions of newer ones fill in is not known.`,
  *run(plan, at) {
    for (const { id, operator } of plan.clusters) {
      if (valid(operator.version) === null || !gte(operator.version, UNKNOWN)) continue;
      yield {
        path: at.cluster(id, 'operator.version'),
        message: `the operator ${quoted(operator.version)} is newer than any that is known here: its live objects may differ from their files`,
        mend: 'look whether `kubectl diff --server-side` stays empty, or write a version that is known, such as "2.9.0"',
      };
    }
  },
};
