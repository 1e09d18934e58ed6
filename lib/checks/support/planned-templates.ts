import type { Plan, PlannedBundle, PlannedFieldRead } from '../../model';
import type { Places } from '../place';

/** A Go template of `environments/`. */
export interface PlannedTemplate {
  readonly bundle: PlannedBundle;
  /** The key that it makes, or `rewrite`. */
  readonly name: string;
  readonly text: string;
  /** What it is given, by the names that it has in it. */
  readonly inputs: readonly { readonly as: string }[];
  readonly path: string;
}

export function* plannedTemplates(plan: Plan, at: Places): Iterable<PlannedTemplate> {
  for (const bundle of plan.bundles) {
    for (const { name, template: text, parts } of bundle.keys) {
      if (text === undefined) continue;
      const path = at.catalogue(bundle.home, `bundles.${bundle.bundle}.keys.${name}`);
      yield { bundle, name, text, inputs: parts.filter(isInput), path };
    }
    for (const [index, rewrite] of bundle.rewrite.entries()) {
      if (!('transform' in rewrite)) continue;
      const path = at.catalogue(bundle.home, `bundles.${bundle.bundle}.rewrite.${index}.transform`);
      yield { bundle, name: 'rewrite', text: rewrite.transform, inputs: [{ as: 'value' }], path };
    }
  }
}

// --- internal ---

type Input = PlannedFieldRead & { readonly as: string };

const isInput = (part: string | PlannedFieldRead): part is Input => typeof part === 'object' && part.as !== undefined;
