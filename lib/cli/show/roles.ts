import type { Conditions, Plan, PlannedAzureIdentity, PlannedRole, PlannedVaultRole } from '../../model';
import { entriesRead, isFoundBy } from '../../model/entries-read';

export interface RoleOverview {
  /** The ARN of an IAM role, a role of Vault or a managed identity of Azure. */
  readonly role: string;
  /** Who may assume it. */
  readonly assumedBy: readonly string[];
  /** The ids of the entries it may read. */
  readonly reads: readonly string[];
  /** The ids of the entries it may make and write. */
  readonly writes: readonly string[];
}

/** Every role, of whatever backend. */
export const rolesOverview = (plan: Plan): RoleOverview[] => [
  ...plan.roles.map((role) => roleOverview(plan, role)),
  ...plan.vaultRoles.map((role) => vaultRoleOverview(plan, role)),
  ...plan.azureIdentities.map((identity) => azureIdentityOverview(plan, identity)),
];

// --- internal ---

function roleOverview(plan: Plan, { id, stores, trust, podIdentityAssociations }: PlannedRole): RoleOverview {
  const associated = podIdentityAssociations.map((it) => `${it.namespace}/${it.serviceAccount} on ${it.cluster}`);
  const trusted = trust.flatMap(({ Condition }) =>
    Object.values(Condition).flatMap((values) => subjectsIn(values, plan)),
  );
  return {
    role: id,
    assumedBy: [...new Set([...trusted, ...associated])].sort(),
    reads: readsOf(plan, stores),
    writes: writesOf(plan, stores),
  };
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
    writes: [],
  };
}

function azureIdentityOverview(plan: Plan, identity: PlannedAzureIdentity): RoleOverview {
  const assumedBy = identity.federatedCredentials.map(({ name, subject }) => `${accountIn(subject)} on ${name}`);
  return {
    role: `managed identity ${identity.name} of the Key Vault ${identity.vaultName}`,
    assumedBy: [...new Set(assumedBy)].sort(),
    reads: readsOf(plan, [identity.id]),
    writes: [],
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
  const reads = read.flatMap((bundle) => [
    ...entriesRead(bundle),
    ...plan.entries.filter((entry) => isFoundBy(bundle, entry)).map(({ id }) => id),
  ]);
  return [...new Set(reads)].sort();
}

/** The ids of the entries that are pushed through these stores. */
function writesOf({ pushes }: Plan, stores: readonly string[]): string[] {
  const own = pushes.filter((push) => push.stores.some((store) => stores.includes(store)));
  return [...new Set(own.map(({ entry }) => entry))].sort();
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
