import type { OutputCheck } from './check';
import { quoted, REPORT_IT } from './support/words';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html */
export const entriesAreRetained: OutputCheck = {
  code: 'entries-are-retained',
  severity: 'error',
  summary: 'Entries and the keys that encrypt them stay when their stack goes or a resource is replaced.',
  *run({ entries, kmsKeys }, _plan, at) {
    for (const { home, file, logicalId, isRetained } of [...entries, ...kmsKeys]) {
      if (isRetained) continue;
      yield {
        path: at.environment(home, 'backend'),
        message: `${quoted(logicalId)} in ${file} is not retained`,
        mend: REPORT_IT,
      };
    }
  },
};
