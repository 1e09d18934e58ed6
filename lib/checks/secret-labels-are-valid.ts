import type { PlanCheck } from './check';
import { misnamed, type NameRule } from './support/name-rule';

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
export const secretLabelsAreValid: PlanCheck = {
  code: 'secret-labels-are-valid',
  severity: 'error',
  summary: 'The labels and annotations of a Secret have names, and its labels values, that Kubernetes takes.',
  *run(plan, at) {
    for (const { home, bundle, secretLabels, secretAnnotations } of plan.bundles) {
      const place = (field: string) => at.catalogue(home, `bundles.${bundle}.${field}`);
      for (const [name, value] of Object.entries(secretLabels)) {
        const flaw = misnamed(NAME, name) ?? misnamed(VALUE, value);
        if (flaw) yield { path: place(`secretLabels.${name}`), ...flaw };
      }
      for (const name of Object.keys(secretAnnotations)) {
        const flaw = misnamed(NAME, name);
        if (flaw) yield { path: place(`secretAnnotations.${name}`), ...flaw };
      }
    }
  },
};

// --- internal ---

const cut = (text: string): string => text.replace(/[^-._A-Za-z0-9]+/g, '-').replace(/^[-._]+|[-._]+$/g, '');

const NAME: NameRule = {
  what: 'the name of a label: letters, digits, "-", "_" and ".", at most 63, and before them perhaps a DNS name and "/"',
  pattern: /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-._A-Za-z0-9]{0,61}[A-Za-z0-9])?$/,
  limit: 253 + 1 + 63,
  likely: (name) => name.split('/').map(cut).join('/'),
};

const VALUE: NameRule = {
  what: 'the value of a label: letters, digits, "-", "_" and ".", at most 63, a letter or digit at both ends',
  pattern: /^([A-Za-z0-9]([-._A-Za-z0-9]*[A-Za-z0-9])?)?$/,
  limit: 63,
  likely: cut,
};
