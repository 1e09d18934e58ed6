import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const entryIdsArePlain: PlanCheck = {
  code: 'entry-ids-are-plain',
  severity: 'error',
  summary: 'The ids of entries are letters, digits, `-` and `_`: a dot divides an entry from its field.',
  *run(plan, at) {
    for (const { home, entry } of plan.entries) {
      if (/^[A-Za-z0-9_-]{1,128}$/.test(entry)) continue;
      const likely = entry
        .replace(/[^A-Za-z0-9_-]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 128);
      yield {
        path: at.catalogue(home, `entries.${entry}`),
        message: `${quoted(entry)} is not an id: letters, digits, "-" and "_", at most 128`,
        mend: likely ? `write ${quoted(likely)}, and what it is called in AWS as its \`name\`` : 'choose another id',
      };
    }
  },
};
