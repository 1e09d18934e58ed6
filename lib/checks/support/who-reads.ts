import type { Plan } from '../../model';
import type { Places } from '../place';
import { textAt } from './json-at';
import type { WrittenAuth, WrittenServiceAccount, WrittenStore, WrittenSync } from './read-manifests';
import type { Written } from './read-output';
import type { WrittenRole } from './read-templates';

/** How what is written hangs together: from a sync to its stores, and from a store to its roles. */
export interface Reading {
  /** The stores that a sync names: one, or one on each cluster. */
  storesOf(sync: WrittenSync): readonly WrittenStore[];
  /** The ServiceAccount that a store names, when it is written too. */
  serviceAccountOf(store: WrittenStore): WrittenServiceAccount | undefined;
  /** The roles that a store reads as. */
  rolesOf(store: WrittenStore): readonly WrittenRole[];
  /** The role of an ARN. */
  roleOf(arn: string): WrittenRole | undefined;
}

/** The account of a stack and the clusters of an environment stand in no file: they are the plan's. */
export function readingOf(written: Written, plan: Plan, at: Places): Reading {
  const accounts = new Map(plan.stacks.map(({ id, account }) => [id, account]));
  const roles = new Map(written.roles.map((role) => [`${accounts.get(role.stack)}:role${role.fullName}`, role]));
  const stores = new Map(written.stores.map((store) => [storeKey(store.home, store), store]));
  const keyed = written.serviceAccounts.map(
    (account) => [`${account.home}/${account.namespace}/${account.name}`, account] as const,
  );
  const serviceAccounts = new Map(keyed);
  const bySubject = rolesBySubject(written.roles);

  const roleOf = (arn: string) => roles.get(arn.replace(/^arn:[^:]+:iam::/, ''));
  const serviceAccountOf = ({ home, auth }: WrittenStore) =>
    auth.kind === 'serviceAccount' ? serviceAccounts.get(`${home}/${auth.namespace}/${auth.name}`) : undefined;
  return {
    storesOf: ({ home, namespace, store: { kind, name } }) => {
      const homes = kind === 'SecretStore' ? [home] : at.clustersOf(home).map((id) => `_clusters/${id}`);
      const own = kind === 'SecretStore' && namespace !== undefined ? { namespace } : {};
      return homes.flatMap((owner) => stores.get(storeKey(owner, { kind, name, ...own })) ?? []);
    },
    serviceAccountOf,
    rolesOf: (store) => {
      const arn = serviceAccountOf(store)?.roleArn;
      if (arn !== undefined) return [roleOf(arn)].filter((role) => role !== undefined);
      return bySubject.get(`${store.home} ${subjectOf(store.auth)}`) ?? [];
    },
    roleOf,
  };
}

export const isOnAws = ({ provider }: WrittenStore): boolean => provider === 'aws';

/** The subject of the tokens of a store's ServiceAccount; that of pods for a store that says nobody. */
export const subjectOf = (auth: WrittenAuth): string => {
  if (auth.kind === 'serviceAccount') return `system:serviceaccount:${auth.namespace}:${auth.name}`;
  return auth.kind === 'none' ? POD_IDENTITY : '';
};

/** The subject that a statement of a trust names, if it names one. */
export function trustedSubject(statement: unknown): string | undefined {
  if (textAt(statement, 'Principal', 'Service') === POD_IDENTITY) return POD_IDENTITY;
  const issuer = issuerOf(statement);
  return issuer === undefined ? undefined : textAt(statement, 'Condition', 'StringEquals', `${issuer}:sub`);
}

/** The issuer whose tokens a statement of a trust takes. */
export function issuerOf(statement: unknown): string | undefined {
  return /:oidc-provider\/(.+)$/.exec(textAt(statement, 'Principal', 'Federated') ?? '')?.[1];
}

export const POD_IDENTITY = 'pods.eks.amazonaws.com';

// --- internal ---

const storeKey = (
  home: string,
  { kind, name, namespace = '' }: { kind: string; name: string; namespace?: string },
): string => `${home}/${kind}/${namespace}/${name}`;

function rolesBySubject(roles: readonly WrittenRole[]): Map<string, WrittenRole[]> {
  const found = new Map<string, WrittenRole[]>();
  for (const role of roles) {
    for (const subject of new Set(role.trust.map(trustedSubject))) {
      const key = `${role.home} ${subject}`;
      found.set(key, [...(found.get(key) ?? []), role]);
    }
  }
  return found;
}
