import type { PlannedEntry } from '../model';
import type { PlanCheck } from './check';
import { isMade } from './support/made-entries';
import { hasPlaceholder, quoted } from './support/words';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html */
export const entryNamesFitSecretsManager: PlanCheck = {
  code: 'entry-names-fit-secrets-manager',
  severity: 'error',
  summary: 'The names of entries are names that Secrets Manager takes.',
  *run(plan, at) {
    const places = new Set<string>();
    for (const entry of plan.entries) {
      if (!isFlawed(entry) || at.isFollowing(entry.home, entry.remoteKey) || isFollowingItsId(entry)) continue;
      const path = at.entryName(entry);
      // One layout is one mistake, of however many entries.
      if (places.has(path)) continue;
      places.add(path);
      yield {
        path,
        message: `${quoted(entry.remoteKey)} is not a name for Secrets Manager: letters, digits and /_+=.@-, 1 to 512`,
        mend: mendOf(entry.remoteKey),
      };
    }
  },
};

// --- internal ---

function isFlawed(entry: PlannedEntry): boolean {
  const { backend, remoteKey, arn } = entry;
  if (backend !== 'secretsManager' || remoteKey === arn || hasPlaceholder(remoteKey)) return false;
  // Services name their own secrets with "!", such as `rds!cluster-…`: nobody else can make one.
  const pattern = isMade(entry) ? /^[A-Za-z0-9/_+=.@-]{1,512}$/ : /^[A-Za-z0-9/_+=.@!-]{1,512}$/;
  return !pattern.test(remoteKey);
}

/** An id that is none has a finding of its own. */
const isFollowingItsId = ({ entry, remoteKey }: PlannedEntry): boolean =>
  !/^[A-Za-z0-9_-]*$/.test(entry) && remoteKey.includes(entry);

function mendOf(name: string): string {
  if (name.startsWith('arn:')) return "write a full ARN as `arn`, in the environment's `entries`";
  const likely = name.replace(/[^A-Za-z0-9/_+=.@-]+/g, '-').slice(0, 512);
  return likely.split('/').every((part) => /[A-Za-z0-9]/.test(part)) && likely !== name
    ? `write ${quoted(likely)} as the entry's \`name\`, or change the backend's \`entryName\``
    : "choose another `name` for the entry, or change the backend's `entryName`";
}
