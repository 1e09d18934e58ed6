import type { Plan, PlannedNamespace, PlannedSystem, Problem, Project } from '../model';
import { planAccess } from './access';
import { planBundles } from './bundles';
import { planEntries } from './entries';
import { folderOf, planEnvironment, readSites, type Site } from './sites';
import { planAccessStacks, planEntriesStacks } from './stacks';
import { planClusterStores, planStores } from './stores';

/**
 * Everything that a project makes, as plain data: names are decided here, and both sides read them.
 * Never throws for what somebody wrote: see {@link Plan.problems}.
 */
export function buildPlan(project: Project): Plan {
  const problems: Problem[] = [];
  const sites = readSites(systemsOf(project, problems), (problem) => problems.push(problem));

  const planned = sites.map((site) => {
    const { entries, kmsKeys } = planEntries(site);
    const bundles = planBundles(site, entries);
    return { site, entries: [...entries.values()], kmsKeys, bundles, stores: planStores(site, bundles) };
  });
  const entries = planned.flatMap((part) => part.entries);
  const kmsKeys = planned.flatMap((part) => part.kmsKeys);
  const bundles = planned.flatMap((part) => part.bundles);
  const stores = [...planned.flatMap((part) => part.stores), ...planClusterStores(sites, bundles)];
  const access = planAccess(stores, bundles, entries, kmsKeys);

  return {
    formatVersion: 1,
    systems: sorted(planSystems(sites, project)),
    clusters: sorted(distinct(sites.flatMap((site) => site.clusters))),
    environments: sorted(sites.map(planEnvironment)),
    namespaces: sorted(planned.flatMap((part) => planNamespaces(part.site, part.bundles))),
    entries: sorted(entries),
    kmsKeys: sorted(kmsKeys),
    bundles: sorted(bundles),
    serviceAccounts: sorted(access.serviceAccounts),
    stores: sorted(stores.map(({ store }) => store)),
    roles: sorted(access.roles),
    policies: sorted(access.policies),
    stacks: sorted([...planEntriesStacks(sites, entries, kmsKeys), ...planAccessStacks(stores, access)]),
    problems: distinct(problems),
  };
}

// --- internal ---

function systemsOf(project: Project, problems: Problem[]): readonly unknown[] {
  const systems: unknown = (project as Partial<Project> | undefined)?.systems;
  if (Array.isArray(systems)) return systems;
  problems.push({
    kind: 'value',
    file: 'environments/index.ts',
    field: 'systems',
    expected: 'a list of systems',
    allowed: [],
  });
  return [];
}

function planSystems(sites: readonly Site[], project: Project): PlannedSystem[] {
  return project.systems.flatMap((system) => {
    const own = sites.filter((site) => site.catalogue === system.catalogue);
    if (own.length === 0) return [];
    const { system: id, summary } = system.catalogue;
    const environments = own.map((site) => site.home).sort();
    return [{ id, ...(summary !== undefined && { summary }), folder: folderOf(system), environments }];
  });
}

function planNamespaces(site: Site, bundles: readonly { readonly namespace: string }[]): PlannedNamespace[] {
  if (!site.environment.createNamespace) return [];
  const names = [...new Set(bundles.map((bundle) => bundle.namespace))];
  return names.map((name) => ({ id: `${site.home}/${name}`, home: site.home, name, labels: site.labels }));
}

const sorted = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** Without what says the same twice. Two that differ under one id both stay: a check names them. */
function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
