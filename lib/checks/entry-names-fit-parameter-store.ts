import type { PlannedEntry } from '../model';
import type { PlanCheck } from './check';
import { hasPlaceholder, quoted } from './support/words';

/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
export const entryNamesFitParameterStore: PlanCheck = {
  code: 'entry-names-fit-parameter-store',
  severity: 'error',
  summary: 'The names of entries are names that Parameter Store takes, and none that is reserved for AWS.',
  *run(plan, at) {
    const places = new Set<string>();
    for (const entry of plan.entries) {
      if (!isFlawed(entry) || at.isFollowing(entry.home, entry.remoteKey)) continue;
      const path = at.entryName(entry);
      if (places.has(path)) continue;
      places.add(path);
      yield {
        path,
        message: `${quoted(entry.remoteKey)} is not a name for Parameter Store: letters, digits and _.- between slashes, with one in front, at most 15 steps`,
        mend: "change the entry's `name` or the backend's `entryName`, such as `/{system}/{environment}/{entry}`",
      };
    }
  },
};

// --- internal ---

function isFlawed({ backend, remoteKey }: PlannedEntry): boolean {
  if (backend !== 'parameterStore' || hasPlaceholder(remoteKey)) return false;
  // A name of several steps begins with a slash; one alone needs none.
  const isName = /^(\/?[\w.-]+|(\/[\w.-]+){2,15})$/.test(remoteKey) && remoteKey.length <= 1011;
  return !isName || /^\/?(aws|ssm)/i.test(remoteKey);
}
