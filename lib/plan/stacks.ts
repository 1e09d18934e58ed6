import type { PlannedEntry, PlannedKmsKey, PlannedPolicy, PlannedRole, PlannedStack } from '../model';
import { type Place, STACK_NAME_LIMIT, withinLimit } from './names';
import type { Owner } from './owner';
import type { Site } from './sites';
import type { OwnedStore } from './stores';

/** What must never be lost. */
export const entriesStackName = (site: Site): string =>
  stackName(`${site.words.system}-${site.words.environment}`, 'entries');

/** Who may read. */
export const accessStackName = (site: Site): string =>
  stackName(`${site.words.system}-${site.words.environment}`, 'access');

/** Who may read through the cluster's own stores. */
export const clusterAccessStackName = (cluster: string): string => stackName(cluster, 'cluster-access');

/** A stack for each environment that makes entries or keys. */
export function planEntriesStacks(
  sites: readonly Site[],
  entries: readonly PlannedEntry[],
  kmsKeys: readonly PlannedKmsKey[],
): PlannedStack[] {
  const used = new Set([...entries, ...kmsKeys].map((resource) => resource.stack));
  return sites.flatMap((site) =>
    site.place && used.has(entriesStackName(site)) ? [entriesStack(site, site.place)] : [],
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

function entriesStack(site: Site, place: Place): PlannedStack {
  return {
    id: entriesStackName(site),
    home: site.home,
    kind: 'entries',
    account: place.account,
    region: place.region,
    description: `Secrets of ${site.words.system} in ${site.words.environment}. They outlive this stack; cdk import takes in those that exist`,
    terminationProtection: site.tier === 'production',
    tags: site.labels,
  };
}

function accessStack({ stack, home, labels }: Owner, place: Place): PlannedStack {
  return {
    id: stack,
    home,
    kind: 'access',
    account: place.account,
    region: place.region,
    description: `Who reads the secrets of ${home.replace('_clusters/', 'the cluster stores of ')}`,
    terminationProtection: false,
    tags: labels,
  };
}

const stackName = (of: string, kind: string): string =>
  `${withinLimit(of, STACK_NAME_LIMIT - kind.length - 1)}-${kind}`;
