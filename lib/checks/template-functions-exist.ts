import type { PlanCheck } from './check';
import { readGoTemplate } from './support/go-template';
import { plannedTemplates } from './support/planned-templates';
import { NEWER_TEMPLATE_FUNCTIONS, TEMPLATE_FUNCTIONS } from './support/template-functions';
import { nearest, quoted } from './support/words';

/** @see https://external-secrets.io/latest/guides/templating/#helper-functions */
export const templateFunctionsExist: PlanCheck = {
  code: 'template-functions-exist',
  severity: 'error',
  summary: "The functions of a Go template are the operator's: without `env` and others that read what is not given.",
  *run(plan, at) {
    const known = [...TEMPLATE_FUNCTIONS, ...NEWER_TEMPLATE_FUNCTIONS];
    for (const { path, name, text } of plannedTemplates(plan, at)) {
      const read = readGoTemplate(text ?? '');
      if ('problem' in read) continue;
      for (const given of read.functions.filter((one) => !known.includes(one))) {
        const likely = nearest(given, known);
        yield {
          path,
          message: `the template of ${quoted(name)} calls ${quoted(given)}, which the operator does not have`,
          mend: likely ? `did you mean ${quoted(likely)}?` : 'write it with functions that it has, such as `printf`',
        };
      }
    }
  },
};
