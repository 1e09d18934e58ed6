import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const templatesHaveATextInDev: PlanCheck = {
  code: 'templates-have-a-text-in-dev',
  severity: 'error',
  summary: 'Where values are embedded, a key that is a Go template says what it is there: only the operator runs one.',
  *run(plan, at) {
    for (const { home, bundle, keys, templateFrom, source } of plan.bundles) {
      if (source.kind !== 'embedded') continue;
      for (const { name } of keys.filter(({ template }) => template !== undefined)) {
        yield {
          path: at.catalogue(home, `bundles.${bundle}.keys.${name}`),
          message: `${quoted(name)} is a Go template, which the operator runs, and the values of ${quoted(home)} are embedded`,
          mend: 'say its text there, `template(…, { … }, { dev: compose("…") })`, or name in `onlyIn` who has an operator',
        };
      }
      if (templateFrom.length === 0) continue;
      yield {
        path: at.catalogue(home, `bundles.${bundle}.templateFrom`),
        message: `${quoted(bundle)} is made by templates, which the operator runs, and the values of ${quoted(home)} are embedded`,
        mend: 'write them as `keys`, with a text for dev, or name in `onlyIn` who has an operator',
      };
    }
  },
};
