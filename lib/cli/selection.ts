import { nearest } from '../checks/support/words';
import type { Finding, Plan, Project } from '../model';
import { selectGitops } from './select-gitops';
import { UsageError } from './usage-error';

/** What `--system` and `--environment` leave: everything, or some environments. */
export interface Selection {
  readonly everything: boolean;
  readonly chosen: readonly Site[];
  readonly others: readonly Site[];
}

/** An environment as it is written, whether or not the plan can read it. */
export interface Site {
  /** `nova/staging`: its home in the plan and in the output. */
  readonly id: string;
  readonly system: string;
  readonly name: string;
  /** Where its system is written. */
  readonly folder: string;
}

export interface SelectionOptions {
  readonly system?: string;
  readonly environment?: string;
}

/** Refuses names that nothing has. */
export function select(project: Project, { system, environment }: SelectionOptions): Selection {
  const sites = sitesOf(project);
  const systems = sites.map((site) => site.system);
  if (system !== undefined) refuseUnknown('system', system, systems);
  const ofSystem = sites.filter((site) => system === undefined || site.system === system);
  const names = ofSystem.map(({ name }) => name);
  if (environment !== undefined) refuseUnknown('environment', environment, names);
  const chosen = ofSystem.filter(({ name }) => environment === undefined || name === environment);
  return {
    everything: system === undefined && environment === undefined,
    chosen,
    others: sites.filter((site) => !chosen.includes(site)),
  };
}

/** The environments of a project, which may be written wrongly: that is for the checks to say. */
export function sitesOf(project: Project): Site[] {
  const systems: readonly WrittenSystem[] = project.systems;
  return systems.flatMap((written) => {
    const system = written?.catalogue?.system;
    if (typeof system !== 'string' || !Array.isArray(written?.environments)) return [];
    const folder = written.folder ?? `environments/${system}`;
    const names = written.environments.map((environment) => environment?.name);
    return names
      .filter((name) => typeof name === 'string')
      .map((name) => ({ id: `${system}/${name}`, system, name, folder }));
  });
}

/** The plan of what is selected, with the clusters it runs on and what they own. */
export function selectPlan(plan: Plan, { everything, chosen, others }: Selection): Plan {
  if (everything) return plan;
  const homes = new Set(chosen.map(({ id }) => id));
  const environments = plan.environments.filter(({ id }) => homes.has(id));
  const clusterIds = new Set(environments.flatMap((environment) => environment.clusters));
  const clusters = plan.clusters.filter(({ id }) => clusterIds.has(id));
  for (const { home } of clusters) homes.add(home);
  const systems = plan.systems.filter(({ id }) => chosen.some(({ system }) => system === id));
  const here = <Item extends { readonly home: string }>(items: readonly Item[]) =>
    items.filter(({ home }) => homes.has(home));
  return {
    formatVersion: plan.formatVersion,
    systems: systems.map((it) => ({ ...it, environments: it.environments.filter((id) => homes.has(id)) })),
    clusters,
    operators: here(plan.operators),
    gitops: plan.gitops.flatMap((tree) => selectGitops(tree, homes, clusterIds)),
    monitors: here(plan.monitors),
    environments,
    backends: here(plan.backends),
    namespaces: here(plan.namespaces),
    entries: here(plan.entries),
    kmsKeys: here(plan.kmsKeys),
    bundles: here(plan.bundles),
    workloads: here(plan.workloads),
    generators: here(plan.generators),
    pushes: here(plan.pushes),
    serviceAccounts: here(plan.serviceAccounts),
    stores: here(plan.stores),
    roles: here(plan.roles),
    policies: here(plan.policies),
    vaultRoles: here(plan.vaultRoles),
    azureIdentities: here(plan.azureIdentities),
    stacks: here(plan.stacks),
    problems: plan.problems.filter(({ file }) => !isElsewhere(file, chosen, others)),
  };
}

/** The findings that are not of another system or environment. */
export function selectFindings(findings: readonly Finding[], { chosen, others }: Selection): readonly Finding[] {
  return findings.filter(({ path }) => !isElsewhere(path, chosen, others));
}

/** The folders of the output that a selection may write. What a cluster owns is of all its systems. */
export function selectFolders({ everything, chosen }: Selection, sides: readonly string[]): readonly string[] {
  return everything ? sides : sides.flatMap((side) => chosen.map(({ id }) => `${side}/${id}`));
}

// --- internal ---

/** What is read of a system, all of which may be missing. */
type WrittenSystem = {
  readonly catalogue?: { readonly system?: string } | null;
  readonly environments?: readonly ({ readonly name?: string } | null)[];
  readonly folder?: string;
} | null;

function refuseUnknown(what: string, given: string, all: readonly string[]): void {
  if (all.includes(given)) return;
  const names = [...new Set(all)].sort();
  const likely = nearest(given, names);
  throw new UsageError(
    `no ${what} is called "${given}": there is ${names.join(', ') || 'none'}`,
    likely ? `write --${what} ${likely}` : `leave --${what} out`,
  );
}

/** Whether a path, in the sources or in the output, is of an environment or a system that is not selected. */
function isElsewhere(path: string, chosen: readonly Site[], others: readonly Site[]): boolean {
  return others.some(({ id, system, name, folder }) => {
    const whole = !chosen.some((site) => site.folder === folder || site.system === system);
    return path.startsWith(whole ? `${folder}/` : `${folder}/${name}.`) || path.includes(`/${id}/`);
  });
}
