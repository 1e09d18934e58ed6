import type { Plan, PlannedBundle, PlannedFieldRead } from '../../model';
import type { Places } from '../place';

/** A Go template of `environments/`. */
export interface PlannedTemplate {
  readonly bundle: PlannedBundle;
  /** The key that it makes. */
  readonly name: string;
  readonly text: string;
  /** The fields that it is given, by the names that they have in it. */
  readonly inputs?: readonly Input[];
  readonly path: string;
}

export function* plannedTemplates(plan: Plan, at: Places): Iterable<PlannedTemplate> {
  for (const bundle of plan.bundles) {
    for (const { name, template: text, parts } of bundle.keys) {
      if (text === undefined) continue;
      const path = at.catalogue(bundle.home, `bundles.${bundle.bundle}.keys.${name}`);
      yield { bundle, name, text, inputs: parts.filter(isInput), path };
    }
  }
}

// --- internal ---

type Input = PlannedFieldRead & { readonly as: string };

const isInput = (part: string | PlannedFieldRead): part is Input => typeof part === 'object' && part.as !== undefined;
