import type { PlannedEntry } from '../model';
import type { PlanCheck } from './check';
import { grouped } from './support/grouped';
import { quoted } from './support/words';

export const existingEntriesBelongToOneTier: PlanCheck = {
  code: 'existing-entries-belong-to-one-tier',
  severity: 'warning',
  summary: 'What exists already is read by one tier: else a value that is tried in staging is live in production.',
  *run(plan, at) {
    const tiers = new Map(plan.environments.map(({ id, tier }) => [id, tier]));
    for (const same of grouped(plan.entries.filter(isOnAws), identified).values()) {
      for (const [index, entry] of same.entries()) {
        const isOther = (other: PlannedEntry, its: number) =>
          tiers.get(other.home) !== tiers.get(entry.home) && (other.managed || its < index);
        const other = entry.managed ? undefined : same.find(isOther);
        if (!other) continue;
        yield {
          path:
            entry.remoteKey === entry.arn
              ? at.environment(entry.home, `entries.${entry.entry}.arn`)
              : at.entryName(entry),
          message: `${quoted(entry.remoteKey)} is read by ${said(entry, tiers)} and by ${said(other, tiers)}`,
          mend: 'give each tier an entry of its own, with "{environment}" in its name',
        };
      }
    }
  },
};

// --- internal ---

const isOnAws = ({ arn }: PlannedEntry): boolean => arn !== undefined;

/** By its ARN, the end of which is known or not: AWS takes no two secrets of one name. */
const identified = ({ arn = '' }: PlannedEntry): string => arn.replace(/(:secret:.+)-[A-Za-z0-9?]{6}$/, '$1');

const said = ({ home }: PlannedEntry, tiers: ReadonlyMap<string, string>): string =>
  `${home} of tier \`${tiers.get(home)}\``;
