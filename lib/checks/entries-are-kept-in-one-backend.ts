import type { Plan, PlannedBundle } from '../model';
import { entriesRead } from '../model/entries-read';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const entriesAreKeptInOneBackend: PlanCheck = {
  code: 'entries-are-kept-in-one-backend',
  severity: 'error',
  summary: 'An entry is kept in one backend of an environment: bundles of different backends share no entry.',
  *run(plan, at) {
    const backends = new Map(plan.backends.map(({ id, kind }) => [id, kind]));
    const entries = new Map(plan.entries.map((entry) => [entry.id, entry]));
    for (const bundle of plan.bundles) {
      for (const id of entriesRead(bundle)) {
        const entry = entries.get(id);
        if (!entry || entry.keeper === bundle.keeper) continue;
        const elsewhere = readersIn(plan, entry.keeper).find((other) => entriesRead(other).has(id));
        yield {
          path: at.backend(bundle.keeper, ''),
          message: `${quoted(entry.entry)} would be kept in two backends: ${quoted(bundle.bundle)} reads it from \`${backends.get(bundle.keeper)}()\`, and ${quoted(elsewhere?.bundle ?? '')} from \`${entry.backend}()\``,
          mend: 'make two entries of it, or have both bundles read it from one backend',
        };
      }
    }
  },
};

// --- internal ---

const readersIn = ({ bundles }: Plan, keeper: string): PlannedBundle[] =>
  bundles.filter((bundle) => bundle.keeper === keeper);
