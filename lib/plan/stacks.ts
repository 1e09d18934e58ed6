import type { PlannedEntry, PlannedKmsKey, PlannedPolicy, PlannedRole, PlannedStack } from '../model';
import type { Keeper } from './keepers';
import { type Place, STACK_NAME_LIMIT, withinLimit } from './names';
import type { Owner } from './owner';
import type { Site } from './sites';
import type { OwnedStore } from './stores';

/** What must never be lost. */
export const entriesStackName = (site: Site, keeper: Keeper): string => stackName(stackOwner(site, keeper), 'entries');

/** Who may read. */
export const accessStackName = (site: Site, keeper: Keeper): string => stackName(stackOwner(site, keeper), 'access');

/** Who may read through the cluster's own stores. */
export const clusterAccessStackName = (cluster: string): string => stackName(cluster, 'cluster-access');

/** A stack for each backend of an environment in which entries or keys are made. */
export function planEntriesStacks(
  sites: readonly Site[],
  entries: readonly PlannedEntry[],
  kmsKeys: readonly PlannedKmsKey[],
): PlannedStack[] {
  const used = new Set([...entries, ...kmsKeys].map((resource) => resource.stack));
  return sites.flatMap((site) =>
    site.keepers.all.flatMap((keeper) =>
      keeper.place && used.has(entriesStackName(site, keeper)) ? [entriesStack(site, keeper, keeper.place)] : [],
    ),
  );
}

/** A stack for each owner of a role or policy. */
export function planAccessStacks(
  stores: readonly OwnedStore[],
  access: { readonly policies: readonly PlannedPolicy[]; readonly roles: readonly PlannedRole[] },
): PlannedStack[] {
  const used = new Set([...access.policies, ...access.roles].map((resource) => resource.stack));
  const owners = new Map(stores.map(({ owner }) => [owner.stack, owner]));
  return [...owners.values()].flatMap((owner) =>
    owner.place && used.has(owner.stack) ? [accessStack(owner, owner.place)] : [],
  );
}

// --- internal ---

function entriesStack(site: Site, keeper: Keeper, place: Place): PlannedStack {
  return {
    id: entriesStackName(site, keeper),
    home: site.home,
    kind: 'entries',
    account: place.account,
    region: place.region,
    description: `Secrets of ${site.words.system} in ${site.words.environment}${named(keeper)}. They outlive this stack; cdk import takes in those that exist`,
    terminationProtection: site.tier === 'production',
    tags: site.labels,
  };
}

function accessStack(owner: Owner, place: Place): PlannedStack {
  const { stack, home, labels } = owner;
  return {
    id: stack,
    home,
    kind: 'access',
    account: place.account,
    region: place.region,
    description: `Who reads the secrets of ${home.replace('_clusters/', 'the cluster stores of ')}${named(owner)}`,
    terminationProtection: false,
    tags: labels,
  };
}

/** What a further backend is known by. */
const named = ({ apart }: Pick<Keeper, 'apart'>): string => (apart === undefined ? '' : `, ${apart}`);

const stackOwner = ({ words }: Site, { apart }: Keeper): string =>
  [words.system, words.environment, ...(apart === undefined ? [] : [apart])].join('-');

const stackName = (of: string, kind: string): string =>
  `${withinLimit(of, STACK_NAME_LIMIT - kind.length - 1)}-${kind}`;
