import {
  type Plan,
  type PlannedBackend,
  type PlannedBundle,
  type PlannedEntry,
  type PlannedEnvironment,
  type PlannedPush,
  type PlannedSystem,
  TIERS,
  type Tier,
} from '../../model';
import { formatSelector } from '../../model/namespace-selector';
import { type ClusterOverview, clustersOverview } from './clusters';
import { type ConsumersOverview, consumersOverview } from './consumers';
import { type OperatorOverview, operatorsOverview } from './operators';
import { type RoleOverview, rolesOverview } from './roles';

/** What exists where: the plan as a person asks about it. */
export interface Overview {
  readonly systems: readonly SystemOverview[];
  readonly roles: readonly RoleOverview[];
  readonly clusters: readonly ClusterOverview[];
  readonly operators: readonly OperatorOverview[];
}

export interface SystemOverview extends ConsumersOverview {
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
  readonly pushes: readonly { readonly push: string; readonly environments: ByEnvironment<PushOverview> }[];
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
  /** The push that makes it. */
  readonly pushedBy?: string;
  /** Its name in the backend, or its ARN. */
  readonly name: string;
  /** The names of its fields, where each is a secret of its own. */
  readonly secrets?: readonly string[];
  readonly fields: number;
}

export interface PushOverview {
  /** The Secret, with its namespace. */
  readonly secret: string;
  /** The id of the entry that it is kept in. */
  readonly entry: string;
}

export function buildOverview(plan: Plan): Overview {
  return {
    systems: plan.systems.map((system) => systemOverview(plan, system)),
    roles: rolesOverview(plan),
    clusters: clustersOverview(plan),
    operators: operatorsOverview(plan),
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
  const pushes = rowsOf(plan.pushes, environments, ({ push }) => push);
  return {
    system: id,
    ...(summary !== undefined && { summary }),
    environments: environments.map(({ id, name, tier, clusters }) => {
      return { name, tier, clusters, backend: nameOf(backends.get(id)) };
    }),
    bundles: bundles.map(([bundle, row]) => {
      return { bundle, environments: mapRow(row, (same) => bundleOverview(same, backends)) };
    }),
    ...consumersOverview(plan, environments),
    entries: entries.map(([entry, row]) => ({ entry, environments: mapRow(row, entryOverview) })),
    pushes: pushes.map(([push, row]) => ({ push, environments: mapRow(row, pushOverview) })),
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

function entryOverview([entry]: [PlannedEntry, ...PlannedEntry[]]): EntryOverview {
  const { backend, managed, pushedBy, remoteKey, fields } = entry;
  const secrets = fields.flatMap((field) => field.remoteKey ?? []);
  return {
    backend,
    managed,
    ...(pushedBy !== undefined && { pushedBy: pushedBy.slice(pushedBy.lastIndexOf('/') + 1) }),
    name: remoteKey,
    ...(secrets.length > 0 && { secrets }),
    fields: fields.length,
  };
}

const pushOverview = ([{ namespace, secretName, entry }]: [PlannedPush, ...PlannedPush[]]): PushOverview => ({
  secret: `${namespace}/${secretName}`,
  entry,
});
