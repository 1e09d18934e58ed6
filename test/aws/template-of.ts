import { Template } from 'aws-cdk-lib/assertions';
import { renderTemplates } from '../../lib/aws';
import type { Plan } from '../../lib/model';

/** A stack's template, to assert on. */
export function templateOf(plan: Plan, stack: string): Template {
  const file = renderTemplates(plan).find((template) => template.stack === stack);
  if (!file) throw new Error(`no template of ${stack}`);
  return Template.fromJSON({ ...file.template });
}

/** The logical ids of a stack's resources, by what they make. */
export function logicalIds(plan: Plan, stack: string): Record<string, string> {
  const resources = Object.entries(templateOf(plan, stack).toJSON().Resources as Record<string, Resource>);
  return Object.fromEntries(resources.map(([id, { Type, Properties }]) => [Properties.Name ?? Type, id]));
}

// --- internal ---

interface Resource {
  readonly Type: string;
  readonly Properties: { readonly Name?: string };
}
