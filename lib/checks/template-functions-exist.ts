import { lte, valid } from 'semver';
import type { PlanCheck } from './check';
import { readGoTemplate } from './support/go-template';
import { plannedTemplates } from './support/planned-templates';
import { NEWER_TEMPLATE_FUNCTIONS, NEWEST_WITHOUT, TEMPLATE_FUNCTIONS } from './support/template-functions';
import { nearest, quoted } from './support/words';

/** @see https://external-secrets.io/latest/guides/templating/#helper-functions */
export const templateFunctionsExist: PlanCheck = {
  code: 'template-functions-exist',
  severity: 'error',
  summary:
    "The functions of a Go template are those of the cluster's operator: without `env` and others that read what is not given.",
  *run(plan, at) {
    const known = [...TEMPLATE_FUNCTIONS, ...NEWER_TEMPLATE_FUNCTIONS];
    const versions = new Map(plan.clusters.map(({ id, operator }) => [id, operator.version]));
    for (const { bundle, path, name, text } of plannedTemplates(plan, at)) {
      const read = readGoTemplate(text ?? '');
      if ('problem' in read) continue;
      for (const given of read.functions) {
        for (const cluster of at.clustersOf(bundle.home).filter((id) => isLacking(given, versions.get(id)))) {
          yield {
            path,
            message: `the template of ${quoted(name)} calls ${quoted(given)}, which the operator ${versions.get(cluster)} of ${quoted(cluster)} does not have`,
            mend: `upgrade the operator beyond ${NEWEST_WITHOUT.get(given)}, or write it without`,
          };
        }
      }
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

// --- internal ---

/** A version that is none has a finding of its own. */
function isLacking(name: string, version: string | undefined): boolean {
  const without = NEWEST_WITHOUT.get(name);
  return without !== undefined && valid(version) !== null && lte(version ?? '', without);
}
