import type { PlanCheck } from './check';
import { readGoTemplate } from './support/go-template';
import { plannedTemplates } from './support/planned-templates';
import { quoted } from './support/words';

/** @see https://pkg.go.dev/text/template */
export const templatesCanBeRead: PlanCheck = {
  code: 'templates-can-be-read',
  severity: 'error',
  summary: 'A Go template closes what it opens: `{{`, brackets, texts, and with `end` each `if`, `range` and `with`.',
  *run(plan, at) {
    for (const { path, name, text } of plannedTemplates(plan, at)) {
      const read = readGoTemplate(text ?? '');
      if (!('problem' in read)) continue;
      yield {
        path,
        message: `the template of ${quoted(name)} cannot be read: ${read.problem}`,
        mend: 'mend it; two braces that mean nothing are written {{ "{{" }}',
      };
    }
  },
};
