import type {
  PlannedBundle,
  PlannedEntry,
  PlannedKmsKey,
  PlannedPolicy,
  PlannedRole,
  PlannedServiceAccount,
  RoleInput,
} from '../model';
import { type Granted, grantStatements, packStatements } from './grants';
import { expand, POLICY_NAME_LIMIT, policyArn, ROLE_NAME_LIMIT, roleArn, withinLimit } from './names';
import type { OwnedStore } from './stores';
import { trustOf } from './trust';

/** Roles, their policies and the ServiceAccounts that stand for them. */
export interface Access {
  readonly roles: readonly PlannedRole[];
  readonly policies: readonly PlannedPolicy[];
  readonly serviceAccounts: readonly PlannedServiceAccount[];
}

/** What the stores read decides which actions on which ARNs their roles get, and nothing else. */
export function planAccess(
  stores: readonly OwnedStore[],
  bundles: readonly PlannedBundle[],
  entries: readonly PlannedEntry[],
  kmsKeys: readonly PlannedKmsKey[],
): Access {
  const reads = readsByStore(bundles);
  const granted: Granted = {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    kmsKeys: new Map(kmsKeys.map((key) => [key.id, key])),
  };
  const planned = readers(stores).map((reader) => planReader(reader, reads, granted));
  return {
    roles: planned.flatMap(({ role }) => role ?? []),
    policies: planned.flatMap(({ policies }) => policies),
    serviceAccounts: planned.flatMap(({ serviceAccounts }) => serviceAccounts),
  };
}

// --- internal ---

type Reader = readonly [OwnedStore, ...OwnedStore[]];

/** A role for each store; one role for all stores of a home that read as the operator itself. */
function readers(stores: readonly OwnedStore[]): Reader[] {
  const byOperator = new Map<string, [OwnedStore, ...OwnedStore[]]>();
  const own: Reader[] = [];
  for (const owned of stores) {
    if (owned.identity.kind !== 'podIdentity') own.push([owned]);
    else if (byOperator.has(owned.owner.home)) byOperator.get(owned.owner.home)!.push(owned);
    else byOperator.set(owned.owner.home, [owned]);
  }
  return [...own, ...byOperator.values()];
}

function planReader(reader: Reader, reads: ReadonlyMap<string, ReadonlySet<string>>, granted: Granted) {
  const [{ owner, identity }] = reader;
  const ids = [...new Set(reader.flatMap(({ store }) => [...(reads.get(store.id) ?? [])]))].sort();
  const input: RoleInput = ('role' in identity && identity.role) || {};
  const names = roleNames(reader, input);
  const role = identity.kind === 'staticCredentials' ? undefined : planRole(reader, input, names);
  const statements = packStatements(grantStatements(ids, granted, owner.place));
  const policies = statements.map((packed, at): PlannedPolicy => {
    const name = withinLimit(`${names.name}-read${at === 0 ? '' : `-${at + 1}`}`, POLICY_NAME_LIMIT);
    return {
      id: policyArn(owner.place, names.path, name),
      home: owner.home,
      name,
      path: names.path,
      description: `What ${names.name} reads`,
      statements: packed,
      ...(role && { role: role.id }),
      constructId: `policy${names.suffix}${at === 0 ? '' : `-${at + 1}`}`,
      stack: owner.stack,
    };
  });
  return { role, policies, serviceAccounts: role ? serviceAccountsOf(reader, role.id) : [] };
}

interface RoleNames {
  readonly name: string;
  readonly path: string;
  /** What tells it from the other roles of its stack; nothing for the one of the system's own namespace. */
  readonly suffix: string;
}

function roleNames([{ store, owner, identity }]: Reader, input: RoleInput): RoleNames {
  const words = { ...owner.words, ...(store.namespace !== undefined && { namespace: store.namespace }) };
  const isHome =
    identity.kind === 'podIdentity' || (owner.namespace !== undefined && store.namespace === owner.namespace);
  const suffix = isHome ? '' : `-${store.namespace ?? store.name}`;
  const fallback = store.namespace === undefined ? '{cluster}-{store}' : DEFAULT_ROLE_NAMES[isHome ? 'home' : 'other'];
  const name =
    input.name === undefined ? withinLimit(expand(fallback, words), ROLE_NAME_LIMIT) : expand(input.name, words);
  return { name, path: input.path ?? '/', suffix };
}

const DEFAULT_ROLE_NAMES = {
  home: '{system}-{environment}-external-secrets',
  other: '{system}-{environment}-{namespace}-external-secrets',
};

function planRole(reader: Reader, input: RoleInput, names: RoleNames): PlannedRole {
  const [{ store, owner }] = reader;
  const pods = store.identity.kind === 'podIdentity' ? store.identity : undefined;
  return {
    id: roleArn(owner.place, names.path, names.name),
    home: owner.home,
    name: names.name,
    path: names.path,
    ...(input.permissionsBoundary !== undefined && { permissionsBoundary: input.permissionsBoundary }),
    description: `Reads the entries that the syncs of ${owner.home.replace('_clusters/', 'cluster ')} name`,
    trust: trustOf(store.identity, owner),
    stores: reader.map((owned) => owned.store.id).sort(),
    podIdentityAssociations: pods
      ? owner.clusters.map((cluster) => ({
          cluster: cluster.id,
          namespace: pods.namespace,
          serviceAccount: pods.serviceAccount,
          constructId: `association-${cluster.id}`,
        }))
      : [],
    tags: owner.labels,
    constructId: `role${names.suffix}`,
    stack: owner.stack,
  };
}

function serviceAccountsOf(reader: Reader, role: string): PlannedServiceAccount[] {
  return reader.flatMap(({ store, owner, identity }) => {
    if (store.identity.kind !== 'irsa' || identity.kind !== 'irsa') return [];
    const { serviceAccount: name, namespace } = store.identity;
    return [
      {
        id: `${owner.home}/${namespace}/${name}`,
        home: owner.home,
        name,
        namespace,
        roleArn: role,
        emitted: identity.createServiceAccount ?? true,
        labels: owner.labels,
      },
    ];
  });
}

function readsByStore(bundles: readonly PlannedBundle[]): ReadonlyMap<string, ReadonlySet<string>> {
  const reads = new Map<string, Set<string>>();
  for (const { source, keys, everything } of bundles) {
    for (const store of source.kind === 'sync' ? source.stores : []) {
      const ids = reads.get(store) ?? new Set();
      reads.set(store, ids);
      if (everything !== undefined) ids.add(everything);
      for (const { parts } of keys) for (const part of parts) if (typeof part !== 'string') ids.add(part.entry);
    }
  }
  return reads;
}
