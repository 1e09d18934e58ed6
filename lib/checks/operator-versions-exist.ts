import { gte, lt, prerelease, valid } from 'semver';
import type { PlanCheck } from './check';
import { isReleased, minorsAround, OLDEST, UNKNOWN } from './support/operator-releases';
import { quoted } from './support/words';

export const operatorVersionsExist: PlanCheck = {
  code: 'operator-versions-exist',
  severity: 'error',
  summary: "A cluster's operator is of a minor release that there was, such as 0.20 or 2.9.",
  *run(plan, at) {
    for (const { id, operator } of plan.clusters) {
      const { version } = operator;
      // what is no release, too old or too new has a finding of its own
      if (valid(version) !== version || prerelease(version)) continue;
      if (lt(version, OLDEST) || gte(version, UNKNOWN) || isReleased(version)) continue;
      yield {
        path: at.cluster(id, 'operator.version'),
        message: `${quoted(version)} was never released: neither its image nor its chart can be found`,
        mend: `write the version that runs: the nearest that exist are of ${minorsAround(version).join(' and ')}`,
      };
    }
  },
};
