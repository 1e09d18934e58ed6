import type { PlanCheck } from './check';
import { LABEL_NAME, LABEL_VALUE } from './support/label-rules';
import { misnamed } from './support/name-rule';

export const secretLabelsAreValid: PlanCheck = {
  code: 'secret-labels-are-valid',
  severity: 'error',
  summary: 'The labels and annotations of a Secret have names, and its labels values, that Kubernetes takes.',
  *run(plan, at) {
    for (const { home, bundle, secretLabels, secretAnnotations } of plan.bundles) {
      const place = (field: string) => at.catalogue(home, `bundles.${bundle}.${field}`);
      for (const [name, value] of Object.entries(secretLabels)) {
        const flaw = misnamed(LABEL_NAME, name) ?? misnamed(LABEL_VALUE, value);
        if (flaw) yield { path: place(`secretLabels.${name}`), ...flaw };
      }
      for (const name of Object.keys(secretAnnotations)) {
        const flaw = misnamed(LABEL_NAME, name);
        if (flaw) yield { path: place(`secretAnnotations.${name}`), ...flaw };
      }
    }
  },
};
