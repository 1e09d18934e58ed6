import type { PlannedEntry, PlannedPush } from '../model';
import type { PlanCheck } from './check';
import { grouped } from './support/grouped';
import { hasPlaceholder, listed, quoted } from './support/words';

export const entriesArePushedOnce: PlanCheck = {
  code: 'entries-are-pushed-once',
  severity: 'error',
  summary: 'One Secret of one cluster is pushed to an entry, and no stack makes it: two would overwrite each other.',
  *run(plan, at) {
    const entries = new Map(plan.entries.map((entry) => [entry.id, entry]));
    const entryOf = ({ entry }: PlannedPush): PlannedEntry => entries.get(entry)!;
    const stacks = new Map(plan.entries.flatMap((entry) => (entry.managed ? [[entry.arn, entry] as const] : [])));
    const pushes = plan.pushes.filter((push) => isOneOf(entryOf(push)));
    for (const [first, ...others] of grouped(pushes, (push) => entryOf(push).arn ?? '').values()) {
      const { arn, entry, remoteKey } = entryOf(first!);
      const clusters = at.clustersOf(first!.home);
      const managed = stacks.get(arn);
      if (clusters.length > 1) {
        yield {
          path: at.catalogue(first!.home, `pushes.${first!.push}`),
          message: `${quoted(entry)} is pushed from the clusters ${listed(clusters)}, which do not make the same Secret`,
          mend: 'write `onlyIn` with environments on one cluster',
        };
      }
      if (managed) {
        yield {
          path: at.catalogue(first!.home, `pushes.${first!.push}.entry`),
          message: `${quoted(remoteKey)} is pushed, and a stack makes it for ${quoted(managed.id)}`,
          mend: `write \`existing: true\` in ${managed.home}, or give one of the two another \`name\``,
        };
      }
      for (const other of others) {
        if (other.id === first!.id) continue;
        yield {
          path: at.catalogue(other.home, `pushes.${other.push}.entry`),
          message: `${quoted(remoteKey)} is pushed by ${quoted(first!.push)} of ${first!.home} already`,
          mend: 'give each push an entry of its own',
        };
      }
    }
  },
};

// --- internal ---

/** One that exists, or is elsewhere, has a finding of its own. */
const isOneOf = ({ pushedBy, remoteKey }: PlannedEntry): boolean =>
  pushedBy !== undefined && !hasPlaceholder(remoteKey);
