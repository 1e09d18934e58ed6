import type { Plan, PlannedBundle, PlannedEntry, PlannedRole, PlannedServiceAccount } from '../lib/model';

/** A ServiceAccount, the role that it stands for, and what that may read. */
export interface Reader {
  readonly account: PlannedServiceAccount;
  readonly role: PlannedRole;
  readonly entries: readonly PlannedEntry[];
}

/** An access key that stands in the repository, and what is read with it. */
export interface KeyReader {
  readonly key: string;
  readonly entries: readonly PlannedEntry[];
}

/** Who reads as a role of AWS, as the plan has it: what the bundles name that read through the role's stores. */
export function readersOf(plan: Planned & Pick<Plan, 'serviceAccounts' | 'roles'>): Reader[] {
  return plan.serviceAccounts.flatMap((account) => {
    const role = plan.roles.find(({ id }) => id === account.roleArn);
    return role ? [{ account, role, entries: entriesThrough(role.stores, plan) }] : [];
  });
}

/** Who reads with an access key. */
export function keyReadersOf(plan: Planned & Pick<Plan, 'stores'>): KeyReader[] {
  return plan.stores.flatMap(({ id, identity }) => {
    if (identity.kind !== 'staticCredentials') return [];
    const key = Buffer.from(identity.data?.[identity.accessKeyIdKey] ?? '', 'base64').toString();
    return [{ key, entries: entriesThrough([id], plan) }];
  });
}

/** The entries that these bundles take something from. */
export function entriesOf(bundles: readonly PlannedBundle[], entries: readonly PlannedEntry[]): PlannedEntry[] {
  const parts = bundles.flatMap(({ keys }) => keys.flatMap((key) => key.parts));
  const read = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.entry]));
  const ids = new Set([...read, ...bundles.map(({ everything }) => everything)]);
  return entries.filter(({ id }) => ids.has(id));
}

// --- internal ---

type Planned = Pick<Plan, 'bundles' | 'entries'>;

/** The entries that are read through any of these stores. */
function entriesThrough(stores: readonly string[], { bundles, entries }: Planned): PlannedEntry[] {
  const own = bundles.filter(({ source }) => source.kind === 'sync' && overlap(source.stores, stores));
  return entriesOf(own, entries);
}

const overlap = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));
