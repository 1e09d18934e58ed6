import type { Plan, PlannedBundle, PlannedEnvironment, PlannedWorkload } from '../../model';

/** Who reads what of a system, as far as its bundles say it. */
export interface ConsumersOverview {
  readonly consumers: readonly { readonly consumer: string; readonly environments: Readonly<Record<string, Reads>> }[];
  /** Bundles whose consumers all say what they read: the keys that none of them does. */
  readonly unread: readonly {
    readonly bundle: string;
    readonly environments: Readonly<Record<string, readonly string[]>>;
  }[];
}

export interface Reads {
  readonly bundles: readonly string[];
  /** True when something replaces its pods after a change. */
  readonly restarted: boolean;
  readonly variables: readonly { readonly name: string; readonly bundle: string; readonly key: string }[];
}

export function consumersOverview(
  { bundles, workloads }: Plan,
  environments: readonly PlannedEnvironment[],
): ConsumersOverview {
  const here = environments.map(({ id, name }) => ({
    name,
    own: bundles.filter(({ home }) => home === id),
    patched: workloads.filter(({ home }) => home === id),
  }));
  const all = here.flatMap(({ own }) => own);
  return {
    consumers: distinct(all.flatMap((bundle) => bundle.consumers.map(nameOf))).map((consumer) => ({
      consumer,
      environments: present(here.map(({ name, own, patched }) => [name, readsOf(consumer, own, patched)])),
    })),
    unread: distinct(all.map(({ bundle }) => bundle))
      .map((bundle) => ({ bundle, environments: present(here.map(({ name, own }) => [name, unreadOf(bundle, own)])) }))
      .filter((row) => Object.keys(row.environments).length > 0),
  };
}

// --- internal ---

const nameOf = ({ kind, name }: Pick<PlannedWorkload, 'kind' | 'name'>): string => `${kind} ${name}`;

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();

const present = <Item>(row: readonly (readonly [string, Item | undefined])[]): Record<string, Item> =>
  Object.fromEntries(row.flatMap(([name, item]) => (item === undefined ? [] : [[name, item]])));

/** What a consumer reads in an environment. It is the same in each namespace. */
function readsOf(
  consumer: string,
  bundles: readonly PlannedBundle[],
  workloads: readonly PlannedWorkload[],
): Reads | undefined {
  const reads = bundles.flatMap(({ bundle, consumers }) =>
    consumers.filter((it) => nameOf(it) === consumer).map((it) => ({ ...it, bundle })),
  );
  if (reads.length === 0) return undefined;
  const variables = reads.flatMap(({ bundle, env }) =>
    env.map(({ name, key }) => [name, { name, bundle, key }] as const),
  );
  return {
    bundles: distinct(reads.map(({ bundle }) => bundle)),
    restarted: workloads.some((it) => nameOf(it) === consumer && Object.keys(it.annotations).length > 0),
    variables: [...new Map(variables).values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function unreadOf(bundle: string, bundles: readonly PlannedBundle[]): string[] | undefined {
  const same = bundles.filter((one) => one.bundle === bundle);
  const consumers = same.flatMap((one) => one.consumers);
  // One that says no variable reads in another way, whatever it is.
  if (consumers.length === 0 || consumers.some(({ env }) => env.length === 0)) return undefined;
  const read = new Set(consumers.flatMap(({ env }) => env.map(({ key }) => key)));
  const keys = distinct(same.flatMap((one) => one.keys.map(({ name }) => name)).filter((key) => !read.has(key)));
  return keys.length > 0 ? keys : undefined;
}
