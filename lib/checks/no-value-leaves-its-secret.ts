import type { Output, Plan } from '../model';
import type { OutputCheck } from './check';
import { homeOf } from './support/read-manifests';
import { TextSearch } from './support/text-search';
import { quoted } from './support/words';

export const noValueLeavesItsSecret: OutputCheck = {
  code: 'no-value-leaves-its-secret',
  severity: 'error',
  summary: 'An embedded value stands in the Secrets of its environment and nowhere else in the output.',
  *run(written, plan, at) {
    const values = embeddedValues(plan);
    if (values.size === 0) return;
    const search = new TextSearch(values.keys());
    for (const { path, text, isSecret } of filesOf(written)) {
      const home = homeOf(path);
      for (const found of search.in(text)) {
        const homes = values.get(found)!;
        if (isSecret && homes.has(home)) continue;
        const [[owner = '', field = ''] = []] = homes;
        yield {
          path: at.environment(owner, `backend.values.${field}`),
          message: `the value of ${quoted(field)} stands in ${path}`,
          mend: 'take it out of the summaries, names and texts of `environments/`',
        };
      }
    }
  },
};

// --- internal ---

/** Shorter ones, and words, stand in other texts by chance: `postgres` is a user and a database. */
const isTelling = (value: string): boolean => value.length >= 8 && !/^[A-Za-z]+$/.test(value);

/** The field of each value by environment; values as they are and as a Secret has them, in base64. */
function embeddedValues({ entries }: Plan): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const values = new Map<string, Map<string, string>>();
  for (const { home, entry, fields } of entries) {
    for (const { name, value } of fields) {
      if (value === undefined) continue;
      const text = Buffer.from(value, 'base64').toString();
      for (const form of isTelling(text) ? [text, value] : []) {
        const homes = values.get(form) ?? new Map<string, string>();
        values.set(form, homes.set(home, name === '' ? entry : `${entry}.${name}`));
      }
    }
  }
  return values;
}

function* filesOf({ manifests, templates, access }: Output) {
  for (const { path, text, objects } of manifests) {
    // No objects: a kustomization with a generator, or a file that it reads.
    yield { path, text, isSecret: objects.length === 0 || objects.every(({ kind }) => kind === 'Secret') };
  }
  for (const { path, text } of [...templates, ...access]) yield { path, text, isSecret: false };
}
