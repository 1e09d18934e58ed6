import type { Plan, PlannedBundle, PlannedFieldRead } from '../../model';
import type { Places } from '../place';

/** A Go template of `environments/`. */
export interface PlannedTemplate {
  readonly bundle: PlannedBundle;
  /** The key that it makes, or the option that it is. */
  readonly name: string;
  /** Unknown of one that the cluster keeps. */
  readonly text?: string;
  /** What it is given, by the names that it has in it. */
  readonly inputs: readonly { readonly as: string }[];
  readonly path: string;
}

export function* plannedTemplates(plan: Plan, at: Places): Iterable<PlannedTemplate> {
  for (const bundle of plan.bundles) {
    const place = (field: string) => at.catalogue(bundle.home, `bundles.${bundle.bundle}.${field}`);
    for (const { name, template, parts } of bundle.keys) {
      if (template === undefined) continue;
      yield { bundle, name, ...textOf(template), inputs: parts.filter(isInput), path: place(`keys.${name}`) };
    }
    for (const [index, { template, parts }] of bundle.templateFrom.entries()) {
      const path = place(`templateFrom.${index}.template`);
      yield { bundle, name: 'templateFrom', ...textOf(template), inputs: parts.filter(isInput), path };
    }
    for (const [index, rewrite] of bundle.rewrite.entries()) {
      if (!('transform' in rewrite)) continue;
      const path = place(`rewrite.${index}.transform`);
      yield { bundle, name: 'rewrite', text: rewrite.transform, inputs: [{ as: 'value' }], path };
    }
  }
}

// --- internal ---

type Input = PlannedFieldRead & { readonly as: string };

const isInput = (part: string | PlannedFieldRead): part is Input => typeof part === 'object' && part.as !== undefined;

const textOf = (template: string | object): Pick<PlannedTemplate, 'text'> =>
  typeof template === 'string' ? { text: template } : {};
