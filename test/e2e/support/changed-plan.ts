import { buildPlan, type CatalogueInput, type Environment, type Plan, type Project, secretsManager } from 'keywright';
import type { PlannedEnvironment } from '../../../lib/model';

/** What a test changes in one environment and its catalogue. */
export interface Change {
  readonly catalogue?: (catalogue: CatalogueInput) => CatalogueInput;
  readonly environment?: (environment: Environment) => Environment;
}

/** The plan of one environment of a project, as it is after a change. */
export function changedPlan(project: Project, { system, name }: PlannedEnvironment, change: Change): Plan {
  const { catalogue = (same) => same, environment = (same) => same } = change;
  const found = project.systems.find((one) => one.catalogue.system === system)!;
  const environments = found.environments.filter((one) => one.name === name).map(environment);
  return buildPlan({ systems: [{ ...found, catalogue: catalogue(found.catalogue), environments }] });
}

/** One more bundle with a key of the first entry: one more field of it, where it has fields. */
export function oneMoreBundle(catalogue: CatalogueInput): CatalogueInput {
  const [[name, entry]] = Object.entries(catalogue.entries) as [[string, CatalogueInput['entries'][string]]];
  const { fields } = entry;
  const bundles = { ...catalogue.bundles, 'one-more': { keys: { ONE_MORE: fields ? `${name}.ONE_MORE` : name } } };
  if (!fields) return { ...catalogue, bundles };
  return {
    ...catalogue,
    entries: { ...catalogue.entries, [name]: { ...entry, fields: { ...fields, ONE_MORE: {} } } },
    bundles,
  };
}

/** One more entry, and a bundle that reads it. */
export const oneMoreEntry = (catalogue: CatalogueInput): CatalogueInput => ({
  ...catalogue,
  entries: { ...catalogue.entries, more: { summary: 'One more', fields: { TOKEN: {} } } },
  bundles: { ...catalogue.bundles, 'one-more': { all: ['more'] } },
});

/** A KMS key made for the entries. */
export function ownKmsKey(environment: Environment): Environment {
  if (environment.backend.kind !== 'secretsManager') throw new Error(`${environment.name} has no entries in AWS`);
  return { ...environment, backend: secretsManager({ ...environment.backend, kmsKey: { create: true } }) };
}
