import {
  type Conditions,
  fieldReads,
  type Plan,
  type PlannedAzureIdentity,
  type PlannedBackend,
  type PlannedBundle,
  type PlannedEntry,
  type PlannedEnvironment,
  type PlannedRole,
  type PlannedSystem,
  type PlannedVaultRole,
  TIERS,
  type Tier,
} from '../../model';
import { formatSelector } from '../../model/namespace-selector';

/** What exists where: the plan as a person asks about it. */
export interface Overview {
  readonly systems: readonly SystemOverview[];
  readonly roles: readonly RoleOverview[];
}

export interface SystemOverview {
  readonly system: string;
  readonly summary?: string;
  readonly environments: readonly {
    readonly name: string;
    readonly tier: Tier;
    readonly clusters: readonly string[];
    /** The kind of its own backend, or the name of a provider. */
    readonly backend: string;
  }[];
  readonly bundles: readonly { readonly bundle: string; readonly environments: ByEnvironment<BundleOverview> }[];
  readonly entries: readonly { readonly entry: string; readonly environments: ByEnvironment<EntryOverview> }[];
}

/** By the environment's name; none where it is not. */
export type ByEnvironment<Item> = Readonly<Record<string, Item>>;

export interface BundleOverview {
  readonly secretName: string;
  readonly namespaces: readonly string[];
  /** Where it is read from; nowhere when a generator makes it. */
  readonly from?: FromOverview;
  /** The labels of the namespaces, where a selector says which. */
  readonly selected?: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** The entry that an open bundle takes everything from. */
  readonly everything?: string;
  /** The path below which an open bundle finds its entries. */
  readonly found?: string;
  /** The generator that makes what an open bundle holds. */
  readonly made?: string;
}

export interface FromOverview {
  /** The kind of the backend, or the name of a provider. */
  readonly backend: string;
  /** None for embedded values. */
  readonly store?: string;
  readonly saidBy: 'environment' | 'bundle';
}

export interface EntryOverview {
  readonly backend: PlannedEntry['backend'];
  /** Whether our stack creates it, or it exists. */
  readonly managed: boolean;
  /** Its name in the backend, or its ARN. */
  readonly name: string;
  /** The names of its fields, where each is a secret of its own. */
  readonly secrets?: readonly string[];
  readonly fields: number;
}

export interface RoleOverview {
  /** The ARN of an IAM role, a role of Vault or a managed identity of Azure. */
  readonly role: string;
  /** Who may assume it. */
  readonly assumedBy: readonly string[];
  /** The ids of the entries it may read. */
  readonly reads: readonly string[];
}

export function buildOverview(plan: Plan): Overview {
  return {
    systems: plan.systems.map((system) => systemOverview(plan, system)),
    roles: [
      ...plan.roles.map((role) => roleOverview(plan, role)),
      ...plan.vaultRoles.map((role) => vaultRoleOverview(plan, role)),
      ...plan.azureIdentities.map((identity) => azureIdentityOverview(plan, identity)),
    ],
  };
}

// --- internal ---

function systemOverview(plan: Plan, { id, summary }: PlannedSystem): SystemOverview {
  const environments = plan.environments
    .filter(({ system }) => system === id)
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
  const backends = new Map(plan.backends.map((backend) => [backend.id, backend]));
  const bundles = rowsOf(plan.bundles, environments, ({ bundle }) => bundle);
  const entries = rowsOf(plan.entries, environments, ({ entry }) => entry);
  return {
    system: id,
    ...(summary !== undefined && { summary }),
    environments: environments.map(({ id, name, tier, clusters }) => {
      return { name, tier, clusters, backend: nameOf(backends.get(id)) };
    }),
    bundles: bundles.map(([bundle, row]) => {
      return { bundle, environments: mapRow(row, (same) => bundleOverview(same, backends)) };
    }),
    entries: entries.map(([entry, row]) => ({ entry, environments: mapRow(row, entryOverview) })),
  };
}

type Row<Item> = ReadonlyMap<string, [Item, ...Item[]]>;

/** The rows of a table: items by their name, then by the environment's. */
function rowsOf<Item extends { readonly home: string }>(
  items: readonly Item[],
  environments: readonly PlannedEnvironment[],
  nameOf: (item: Item) => string,
): [name: string, row: Row<Item>][] {
  const rows = new Map<string, Map<string, [Item, ...Item[]]>>();
  for (const { id, name } of environments) {
    for (const item of items.filter(({ home }) => home === id)) {
      const row = rows.get(nameOf(item)) ?? new Map<string, [Item, ...Item[]]>();
      rows.set(nameOf(item), row);
      const same = row.get(name);
      if (same) same.push(item);
      else row.set(name, [item]);
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
}

const mapRow = <Item, View>(row: Row<Item>, view: (same: [Item, ...Item[]]) => View): ByEnvironment<View> =>
  Object.fromEntries([...row].map(([environment, same]) => [environment, view(same)]));

/** A bundle in several namespaces is the same in each. */
function bundleOverview(
  same: [PlannedBundle, ...PlannedBundle[]],
  backends: ReadonlyMap<string, PlannedBackend>,
): BundleOverview {
  const [first] = same;
  const { secretName, keys, everything, find, generator, source } = first;
  const clusterSync = source.kind === 'sync' ? source.clusterSync : undefined;
  const selected = clusterSync && formatSelector(clusterSync.namespaceSelector);
  const named = (required: boolean) => keys.filter((key) => key.required === required).map(({ name }) => name);
  return {
    secretName,
    namespaces: same.flatMap(({ namespace }) => namespace ?? []),
    ...(selected !== undefined && { selected }),
    required: named(true),
    optional: named(false),
    ...(!generator && { from: fromOverview(first, backends.get(first.keeper)) }),
    ...(everything !== undefined && { everything }),
    ...(find && { found: find.path }),
    ...(generator && { made: generator.name }),
  };
}

function fromOverview({ source }: PlannedBundle, backend: PlannedBackend | undefined): FromOverview {
  const store = source.kind === 'sync' ? source.storeRef?.name : undefined;
  const saidBy = backend?.saidBy ? 'bundle' : 'environment';
  return { backend: nameOf(backend), ...(store !== undefined && { store }), saidBy };
}

const nameOf = (backend: PlannedBackend | undefined): string =>
  backend?.provider?.kind === 'provider' ? backend.provider.name : (backend?.kind ?? '');

function entryOverview([{ backend, managed, remoteKey, fields }]: [PlannedEntry, ...PlannedEntry[]]): EntryOverview {
  const secrets = fields.flatMap((field) => field.remoteKey ?? []);
  return { backend, managed, name: remoteKey, ...(secrets.length > 0 && { secrets }), fields: fields.length };
}

function roleOverview(plan: Plan, { id, stores, trust, podIdentityAssociations }: PlannedRole): RoleOverview {
  const associated = podIdentityAssociations.map((it) => `${it.namespace}/${it.serviceAccount} on ${it.cluster}`);
  const trusted = trust.flatMap(({ Condition }) =>
    Object.values(Condition).flatMap((values) => subjectsIn(values, plan)),
  );
  return { role: id, assumedBy: [...new Set([...trusted, ...associated])].sort(), reads: readsOf(plan, stores) };
}

function vaultRoleOverview(
  plan: Plan,
  { id, home, name, mount, server, serviceAccount }: PlannedVaultRole,
): RoleOverview {
  const who = `${serviceAccount.namespace}/${serviceAccount.name}`;
  return {
    role: `${server} auth/${mount}/role/${name}`,
    assumedBy: [`${who}${onClusters(plan, home)}`],
    reads: readsOf(plan, [id]),
  };
}

function azureIdentityOverview(plan: Plan, identity: PlannedAzureIdentity): RoleOverview {
  const assumedBy = identity.federatedCredentials.map(({ name, subject }) => `${accountIn(subject)} on ${name}`);
  return {
    role: `managed identity ${identity.name} of the Key Vault ${identity.vaultName}`,
    assumedBy: [...new Set(assumedBy)].sort(),
    reads: readsOf(plan, [identity.id]),
  };
}

function onClusters({ environments, clusters }: Plan, home: string): string {
  const own = clusters.filter((cluster) => cluster.home === home).map(({ id }) => id);
  const names = environments.find(({ id }) => id === home)?.clusters ?? own;
  return names.length > 0 ? ` on ${names.join(', ')}` : '';
}

/** The ids of the entries that are read through these stores. */
function readsOf(plan: Plan, stores: readonly string[]): string[] {
  const read = plan.bundles.filter(
    ({ source }) => source.kind === 'sync' && source.stores.some((store) => stores.includes(store)),
  );
  const reads = read.flatMap((bundle) => {
    const { keeper, everything, find } = bundle;
    return [
      ...(everything === undefined ? [] : [everything]),
      ...(find
        ? plan.entries
            .filter((it) => it.keeper === keeper && it.remoteKey.startsWith(find.path ?? ''))
            .map(({ id }) => id)
        : []),
      ...fieldReads(bundle).map(({ entry }) => entry),
    ];
  });
  return [...new Set(reads)].sort();
}

/** `system:serviceaccount:nova:reader` → `nova/reader`. */
const accountIn = (subject: string): string => subject.split(':').slice(-2).join('/');

/** The ServiceAccounts that a trust condition names: `nova-staging/nova-backend-sa on nova`. */
function subjectsIn(condition: Conditions[string], plan: Plan): string[] {
  return Object.entries(condition).flatMap(([key, subject]) => {
    if (!key.endsWith(':sub')) return [];
    const cluster = plan.clusters.find(({ oidcIssuer }) => `${oidcIssuer}:sub` === key);
    const subjects = typeof subject === 'string' ? [subject] : subject;
    return subjects.map((it) => {
      return `${accountIn(it)} on ${cluster?.id ?? key.slice(0, -':sub'.length)}`;
    });
  });
}
