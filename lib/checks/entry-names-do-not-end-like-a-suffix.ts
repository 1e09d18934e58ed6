import type { PlannedEntry } from '../model';
import type { PlanCheck } from './check';
import { isMade } from './support/made-entries';
import { quoted } from './support/words';

/**
 * Secrets Manager appends a hyphen and six random characters to a name: one that ends so itself is taken for a partial
 * ARN.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
 * @see https://github.com/aws/aws-cdk/issues/27530
 */
export const entryNamesDoNotEndLikeASuffix: PlanCheck = {
  code: 'entry-names-do-not-end-like-a-suffix',
  severity: 'warning',
  summary:
    'No name of a managed or pushed entry ends in a hyphen and six characters, as the ARNs of Secrets Manager do.',
  *run(plan, at) {
    for (const entry of plan.entries) {
      if (!endsLikeASuffix(entry)) continue;
      const end = entry.remoteKey.slice(-7);
      yield {
        path: at.entry(entry, 'name', endsLikeASuffix),
        message: `${quoted(entry.remoteKey)} ends in ${quoted(end)}, like the random suffix of an ARN`,
        mend: `write ${quoted(`${entry.remoteKey.slice(0, -7)}/${end.slice(1)}`)}, or another name`,
      };
    }
  },
};

// --- internal ---

const endsLikeASuffix = (entry: PlannedEntry): boolean => isMade(entry) && /-[A-Za-z0-9]{6}$/.test(entry.remoteKey);
