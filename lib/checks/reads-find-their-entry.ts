import type { OutputCheck } from './check';
import { isMade } from './support/made-entries';
import { outputPlacesOf } from './support/output-places';
import { quoted } from './support/words';

export const readsFindTheirEntry: OutputCheck = {
  code: 'reads-find-their-entry',
  severity: 'error',
  summary:
    'Every entry that an ExternalSecret reads is in a template of its environment, is pushed there, or exists already.',
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    const known = new Set(written.entries.map(({ home, name }) => `${home} ${name}`));
    for (const { home, keys } of written.pushes) for (const key of keys) known.add(`${home} ${key}`);
    // What somebody else made stands in no template.
    for (const { home, remoteKey, fields } of plan.entries.filter((entry) => !isMade(entry))) {
      for (const name of [remoteKey, ...fields.flatMap((field) => field.remoteKey ?? [])]) known.add(`${home} ${name}`);
    }
    for (const sync of written.syncs) {
      for (const key of sync.keys) {
        if (known.has(`${sync.home} ${key}`)) continue;
        yield {
          path: places.sync(sync),
          message: `${sync.file} reads ${quoted(key)}, which no template and no push of ${sync.home} makes`,
          mend: places.mendOfSync(sync),
        };
      }
    }
  },
};
