import {
  type BundleInput,
  type CatalogueInput,
  type EnvironmentInput,
  type PlannedCluster,
  type PlannedEnvironment,
  type SystemInput,
  TIERS,
  type Tier,
} from '../model';
import { planCluster } from './clusters';
import { type Ground, type Keepers, readKeepers } from './keepers';
import { environmentHome, systemLabels } from './names';
import { isReadable, type Report, schemaProblems, unknownName } from './problems';
import { catalogueSchema, environmentSchema, systemSchema } from './schema';

/** One environment of one system, and all that the phases need to plan it. */
export interface Site {
  readonly home: string;
  readonly catalogue: CatalogueInput;
  /** What the catalogue has of them. */
  readonly bundles: Readonly<Record<string, BundleInput>>;
  readonly environment: EnvironmentInput;
  readonly tier: Tier;
  readonly clusters: readonly PlannedCluster[];
  readonly keepers: Keepers;
  /** What placeholders stand for. */
  readonly words: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly files: Files;
  readonly report: Report;
}

export interface Files {
  readonly system: string;
  readonly catalogue: string;
  readonly environment: string;
}

/** The environments that are well-formed; the others are reported, all at once. */
export function readSites(systems: readonly unknown[], report: Report): Site[] {
  return systems.flatMap((system, at) => readSystem(system, at, report));
}

export function planEnvironment(site: Site): PlannedEnvironment {
  return {
    id: site.home,
    system: site.catalogue.system,
    name: site.environment.name,
    tier: site.tier,
    backend: site.environment.backend.kind,
    clusters: site.clusters.map((cluster) => cluster.id),
  };
}

/** The folder that findings name. */
export const folderOf = (system: SystemInput): string => system.folder ?? `environments/${system.catalogue.system}`;

// --- internal ---

function readSystem(given: unknown, at: number, report: Report): Site[] {
  const shape = schemaProblems(systemSchema, given, 'environments/index.ts', `systems.${at}`);
  shape.forEach(report);
  if (shape.length > 0) return [];
  const system = given as SystemInput;
  const name = (system.catalogue as Partial<CatalogueInput> | undefined)?.system;
  const folder = system.folder ?? (typeof name === 'string' ? `environments/${name}` : 'environments');
  const problems = schemaProblems(catalogueSchema, system.catalogue, `${folder}/catalogue.ts`);
  problems.forEach(report);
  const environments = system.environments.filter((environment) => isWellFormed(environment, folder, report));
  if (problems.length > 0 && !isReadable(catalogueSchema, system.catalogue)) return [];
  return environments
    .filter((environment) => isNamed(environment, system, folder, report))
    .map((environment) => siteOf(system.catalogue, environment, folder, report));
}

function isWellFormed(environment: EnvironmentInput, folder: string, report: Report): boolean {
  const name = (environment as Partial<EnvironmentInput> | undefined)?.name;
  const file = `${folder}/${typeof name === 'string' ? name : 'index'}.ts`;
  const problems = schemaProblems(environmentSchema, environment, file);
  problems.forEach(report);
  if (problems.length > 0 && !isReadable(environmentSchema, environment)) return false;
  if (tierOf(environment) === undefined) {
    report({ kind: 'value', file, field: 'tier', expected: 'a tier, since the name is none', allowed: TIERS });
  }
  return true;
}

const tierOf = ({ tier, name }: EnvironmentInput): Tier | undefined => tier ?? TIERS.find((known) => known === name);

function isNamed({ name }: EnvironmentInput, { catalogue }: SystemInput, folder: string, report: Report): boolean {
  if (catalogue.environments.includes(name)) return true;
  unknownName(
    report,
    { file: `${folder}/${name}.ts`, field: 'name' },
    name,
    'an environment of the catalogue',
    catalogue.environments,
  );
  return false;
}

function siteOf(catalogue: CatalogueInput, environment: EnvironmentInput, folder: string, report: Report): Site {
  const clusters = (environment.clusters ?? [environment.cluster]).flatMap((c) => (c ? [planCluster(c)] : []));
  const ground: Ground = {
    home: environmentHome(catalogue.system, environment.name),
    catalogue,
    bundles: catalogue.bundles ?? {},
    environment,
    tier: tierOf(environment) ?? 'production',
    clusters,
    words: { system: catalogue.system, environment: environment.name },
    labels: systemLabels(catalogue.system, environment.name),
    files: {
      system: `${folder}/index.ts`,
      catalogue: `${folder}/catalogue.ts`,
      environment: `${folder}/${environment.name}.ts`,
    },
    report,
  };
  return { ...ground, keepers: readKeepers(ground) };
}
