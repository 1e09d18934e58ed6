import type { Plan, PlannedNamespace, PlannedSystem, Problem, Project, System } from '../model';
import { planAccess } from './access';
import { planAzureAccess } from './azure-access';
import { planBundles } from './bundles';
import { planEntries } from './entries';
import { planGenerators } from './generators';
import { planGitops } from './gitops';
import { planBackend } from './keepers';
import { planMonitors } from './monitors';
import { planOperators } from './operators';
import { schemaProblems } from './problems';
import { planPushStores } from './push-stores';
import { planPushes } from './pushes';
import { projectSchema } from './schema';
import { folderOf, planEnvironment, readSites, type Site } from './sites';
import { planAccessStacks, planEntriesStacks } from './stacks';
import { planClusterStores, planStores } from './stores';
import { planVaultAccess } from './vault-access';
import { planWorkloads } from './workloads';

/**
 * Everything that a project makes, as plain data: names are decided here, and both sides read them.
 * Never throws for what somebody wrote: see {@link Plan.problems}.
 */
export function buildPlan(project: Project): Plan {
  const problems: Problem[] = [];
  const systems = systemsOf(project, problems);
  const sites = readSites(systems, (problem) => problems.push(problem));

  const planned = sites.map((site) => {
    const { entries, kmsKeys } = planEntries(site);
    const bundles = planBundles(site, entries);
    const pushes = planPushes(site, entries);
    return {
      site,
      entries: [...entries.values()],
      kmsKeys,
      bundles,
      generators: planGenerators(site, bundles),
      pushes,
      stores: [...planStores(site, bundles, pushes), ...planPushStores(site, pushes)],
    };
  });
  const entries = planned.flatMap((part) => part.entries);
  const kmsKeys = planned.flatMap((part) => part.kmsKeys);
  const bundles = planned.flatMap((part) => part.bundles);
  const pushes = planned.flatMap((part) => part.pushes);
  const stores = [...planned.flatMap((part) => part.stores), ...planClusterStores(sites, bundles, pushes)];
  const access = planAccess(stores, bundles, pushes, entries, kmsKeys);
  const vault = planVaultAccess(stores, bundles, entries);
  const azure = planAzureAccess(stores, bundles, entries);
  const clusters = sorted(distinct(sites.flatMap((site) => site.clusters)));
  const serviceAccounts = sorted(
    distinct([...access.serviceAccounts, ...vault.serviceAccounts, ...azure.serviceAccounts]),
  );
  const operators = sorted(distinct(planOperators(sites, { stores, bundles, pushes, serviceAccounts })));
  const environments = sorted(sites.map(planEnvironment));
  const monitors = sorted(
    planMonitors({ clusters, environments, bundles, pushes, entries, stores: stores.map(({ store }) => store) }),
  );
  const occupied = new Set(
    [...stores.map(({ store }) => store), ...serviceAccounts.filter(({ emitted }) => emitted), ...monitors].map(
      ({ home }) => home,
    ),
  );
  const synced = new Set(
    [...bundles.filter(({ source }) => source.kind === 'sync'), ...pushes].map(({ home }) => home),
  );

  return {
    formatVersion: 1,
    systems: sorted(planSystems(sites, systems)),
    clusters,
    operators,
    monitors,
    gitops: sorted(planGitops(sites, operators, occupied, synced)),
    environments,
    backends: sorted(sites.flatMap((site) => site.keepers.all.map((keeper) => planBackend(site, keeper)))),
    namespaces: sorted(planned.flatMap((part) => planNamespaces(part.site, [...part.bundles, ...part.pushes]))),
    entries: sorted(entries),
    kmsKeys: sorted(kmsKeys),
    bundles: sorted(bundles),
    workloads: sorted(planWorkloads(bundles)),
    generators: sorted(planned.flatMap((part) => part.generators)),
    pushes: sorted(pushes),
    serviceAccounts,
    stores: sorted(stores.map(({ store }) => store)),
    roles: sorted(access.roles),
    policies: sorted(access.policies),
    vaultRoles: sorted(vault.vaultRoles),
    azureIdentities: sorted(azure.azureIdentities),
    stacks: sorted([...planEntriesStacks(sites, entries, kmsKeys), ...planAccessStacks(stores, access)]),
    problems: distinct(problems),
  };
}

// --- internal ---

function systemsOf(project: unknown, problems: Problem[]): readonly unknown[] {
  problems.push(...schemaProblems(projectSchema, project, 'environments/index.ts'));
  const systems: unknown = (project as Partial<Project> | null | undefined)?.systems;
  return Array.isArray(systems) ? systems : [];
}

function planSystems(sites: readonly Site[], systems: readonly unknown[]): PlannedSystem[] {
  return systems.filter(isRead(sites)).map((system) => {
    const { system: id, summary } = system.catalogue;
    const own = sites.filter((site) => site.catalogue === system.catalogue);
    const environments = own.map((site) => site.home).sort();
    return { id, ...(summary !== undefined && { summary }), folder: folderOf(system), environments };
  });
}

/** A system that has a site is well-formed: what is not was reported. */
function isRead(sites: readonly Site[]): (system: unknown) => system is System {
  const catalogues = new Set<unknown>(sites.map((site) => site.catalogue));
  return (system): system is System => catalogues.has((system as Partial<System> | null | undefined)?.catalogue);
}

function planNamespaces(site: Site, objects: readonly { readonly namespace?: string }[]): PlannedNamespace[] {
  if (!site.environment.createNamespace) return [];
  const names = [...new Set(objects.flatMap(({ namespace }) => namespace ?? []))];
  return names.map((name) => ({ id: `${site.home}/${name}`, home: site.home, name, labels: site.labels }));
}

const sorted = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** Without what says the same twice. Two that differ under one id both stay: a check names them. */
function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
