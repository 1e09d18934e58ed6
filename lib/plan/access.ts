import type {
  Identity,
  PlannedBundle,
  PlannedEntry,
  PlannedKmsKey,
  PlannedPolicy,
  PlannedRole,
  PlannedServiceAccount,
  RoleInput,
} from '../model';
import { type Granted, grantStatements, packStatements } from './grants';
import { type Place, POLICY_NAME_LIMIT, policyArn, roleArn, withinLimit } from './names';
import { isOperators } from './operators';
import type { Owner } from './owner';
import { type Reads, readsByStore } from './reads';
import { type RoleNames, roleNames } from './role-names';
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
  const planned = readers(stores.filter(isOnAws)).map((reader) => planReader(reader, reads, granted));
  return {
    roles: planned.flatMap(({ role }) => role ?? []),
    policies: planned.flatMap(({ policies }) => policies),
    serviceAccounts: planned.flatMap(({ serviceAccounts }) => serviceAccounts),
  };
}

// --- internal ---

/** A store of AWS. */
interface AwsStore extends OwnedStore {
  readonly identity: Extract<Identity, { kind: 'irsa' | 'podIdentity' | 'staticCredentials' }>;
  readonly owner: Owner & { readonly place: Place };
}

const isOnAws = (owned: OwnedStore): owned is AwsStore =>
  owned.owner.place !== undefined && ['irsa', 'podIdentity', 'staticCredentials'].includes(owned.identity?.kind ?? '');

type Reader = readonly [AwsStore, ...AwsStore[]];

/** A role for each store; one role for all stores of a home that read as the operator itself in one place. */
function readers(stores: readonly AwsStore[]): Reader[] {
  const byOperator = new Map<string, [AwsStore, ...AwsStore[]]>();
  const own: Reader[] = [];
  for (const owned of stores) {
    const { home, place } = owned.owner;
    const key = `${home} ${place.account} ${place.region}`;
    if (owned.identity.kind !== 'podIdentity') own.push([owned]);
    else if (byOperator.has(key)) byOperator.get(key)!.push(owned);
    else byOperator.set(key, [owned]);
  }
  return [...own, ...byOperator.values()];
}

function planReader(reader: Reader, reads: ReadonlyMap<string, Reads>, granted: Granted) {
  const [{ store, owner, identity }] = reader;
  const own = reader.flatMap(({ store }) => reads.get(store.id) ?? []);
  const read = {
    values: distinct(own.flatMap((it) => [...it.values])),
    tags: distinct(own.flatMap((it) => [...it.tags])),
    found: distinct(own.flatMap((it) => [...it.found].flatMap(({ arn }) => arn ?? []))),
  };
  const input: RoleInput = ('role' in identity && identity.role) || {};
  const names = roleNames(store, owner, input.name, identity.kind === 'podIdentity');
  const path = input.path ?? '/';
  const role = identity.kind === 'staticCredentials' ? undefined : planRole(reader, input, names);
  const statements = packStatements(grantStatements(read, granted, owner.place));
  const policies = statements.map((packed, at): PlannedPolicy => {
    const name = withinLimit(`${names.name}-read${at === 0 ? '' : `-${at + 1}`}`, POLICY_NAME_LIMIT);
    return {
      id: policyArn(owner.place, path, name),
      home: owner.home,
      name,
      path,
      description: `What ${names.name} reads`,
      statements: packed,
      ...(role && { role: role.id }),
      constructId: `policy${names.suffix}${at === 0 ? '' : `-${at + 1}`}`,
      stack: owner.stack,
    };
  });
  return { role, policies, serviceAccounts: role ? serviceAccountsOf(reader, role.id) : [] };
}

function planRole(reader: Reader, input: RoleInput, names: RoleNames): PlannedRole {
  const [{ store, owner }] = reader;
  const path = input.path ?? '/';
  const pods = store.identity.kind === 'podIdentity' ? store.identity : undefined;
  return {
    id: roleArn(owner.place, path, names.name),
    home: owner.home,
    name: names.name,
    path,
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
        annotations: { 'eks.amazonaws.com/role-arn': role },
        emitted: identity.createServiceAccount ?? !isOperators({ name, namespace }, owner.clusters[0]?.operator),
        labels: owner.labels,
      },
    ];
  });
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)].sort();
