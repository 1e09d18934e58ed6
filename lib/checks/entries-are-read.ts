import type { Plan, PlannedEntry } from '../model';
import { entriesRead, isFoundBy } from '../model/entries-read';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const entriesAreRead: PlanCheck = {
  code: 'entries-are-read',
  severity: 'warning',
  summary: 'A managed entry is read by a bundle: one that nobody reads costs, and may be a leftover.',
  *run(plan, at) {
    // A key that refers to nothing has a finding of its own.
    if (plan.problems.length > 0) return;
    const systems = new Map(plan.environments.map(({ id, system }) => [id, system]));
    const nameOf = ({ home, entry }: PlannedEntry) => `${systems.get(home)}/${entry}`;
    const read = readEntries(plan);
    const names = new Set(
      plan.entries.flatMap((entry) => (read.has(entry.id) || read.has(entry.arn ?? '') ? [nameOf(entry)] : [])),
    );
    for (const entry of plan.entries) {
      if (!entry.managed || names.has(nameOf(entry))) continue;
      yield {
        path: at.catalogue(entry.home, `entries.${entry.entry}`),
        message: `no bundle reads ${quoted(entry.entry)}`,
        mend: 'name its fields in a bundle, or remove it',
      };
    }
  },
};

// --- internal ---

/** The ids of entries that a bundle reads, and their ARNs: another system may read the same one. */
function readEntries({ bundles, entries }: Plan): ReadonlySet<string> {
  const read = new Set<string>();
  for (const bundle of bundles) {
    for (const id of entriesRead(bundle)) read.add(id);
    for (const entry of bundle.find ? entries : []) if (isFoundBy(bundle, entry)) read.add(entry.id);
  }
  for (const { id, arn } of entries) if (arn !== undefined && read.has(id)) read.add(arn);
  return read;
}
