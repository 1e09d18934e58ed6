import type { Plan, PlannedBundle, PlannedEntry, PlannedRole, PlannedServiceAccount } from '../lib/model';

/** A ServiceAccount, the role that it stands for, and what that may read. */
export interface Reader {
  readonly account: PlannedServiceAccount;
  readonly role: PlannedRole;
  readonly entries: readonly PlannedEntry[];
}

/** Who reads, as the plan has it: what the bundles name that read through the role's stores. */
export function readersOf({ serviceAccounts, roles, bundles, entries }: Planned): Reader[] {
  return serviceAccounts.map((account) => {
    const role = roles.find(({ id }) => id === account.roleArn)!;
    const own = bundles.filter(({ source }) => source.kind === 'sync' && overlap(source.stores, role.stores));
    return { account, role, entries: entriesOf(own, entries) };
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

type Planned = Pick<Plan, 'serviceAccounts' | 'roles' | 'bundles' | 'entries'>;

const overlap = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));
