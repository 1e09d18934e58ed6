import { coerce, gte, prerelease, valid } from 'semver';
import type { PlanCheck } from './check';
import { OLDEST } from './support/operator-releases';
import { quoted } from './support/words';

export const operatorVersionsAreSupported: PlanCheck = {
  code: 'operator-versions-are-supported',
  severity: 'error',
  summary: `A cluster's operator is External Secrets Operator ${OLDEST} or newer: what is written is \`external-secrets.io/v1\`.`,
  *run(plan, at) {
    for (const { id, operator } of plan.clusters) {
      const { version } = operator;
      const path = at.cluster(id, 'operator.version');
      if (valid(version) === null) {
        const message = `${quoted(version)} is not a version, such as "2.9.0"`;
        yield { path, message, mend: 'write the version of the image that runs, with all three numbers' };
      } else if (valid(version) !== version) {
        const message = `${quoted(version)} is not how its chart is called: a version without anything around it`;
        yield { path, message, mend: `write ${quoted(valid(version) ?? OLDEST)}` };
      } else if (prerelease(version)) {
        const release = coerce(version)?.version ?? OLDEST;
        const message = `${quoted(version)} is not a release: its defaults are not known`;
        yield { path, message, mend: `write ${quoted(release)} if it writes the same` };
      } else if (!gte(version, OLDEST)) {
        const message = `the operator ${quoted(version)} is older than ${OLDEST}, the oldest that this output is written for`;
        yield { path, message, mend: `upgrade the operator: the YAML needs \`external-secrets.io/v1\`` };
      }
    }
  },
};
