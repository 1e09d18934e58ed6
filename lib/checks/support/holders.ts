import type { Plan } from '../../model';
import type { WrittenStore } from './read-manifests';
import type { Written } from './read-output';
import type { WrittenPolicy, WrittenRole } from './read-templates';
import { isOnAws, type Reading } from './who-reads';
import { quoted } from './words';

/** A role, or the policies that a person attaches: what has rights. */
export interface Holder {
  readonly home: string;
  readonly role?: WrittenRole;
  readonly policies: readonly WrittenPolicy[];
}

export interface Holders {
  readonly all: readonly Holder[];
  /** Those as which a store reads and writes. */
  of(store: WrittenStore): readonly Holder[];
  /** The ARN of the entry that a store means, without its partition, which stands in no YAML. */
  arnOf(store: WrittenStore, key: string, end?: string): string;
  /** The customer-managed keys of entries by their home and name: of those in templates from there, of others from the plan. */
  readonly kmsKeys: ReadonlyMap<string, string>;
}

export function holdersOf(written: Written, plan: Plan, reading: Reading): Holders {
  const accounts = accountsOf(plan);
  const byRole = new Map<WrittenRole, Holder>(
    written.roles.map((role) => [role, { home: role.home, policies: role.policies, role }]),
  );
  const loose = new Map<string, Holder>();
  for (const policy of written.loosePolicies) {
    const { home } = policy;
    loose.set(home, { home, policies: [...(loose.get(home)?.policies ?? []), policy] });
  }
  return {
    all: [...byRole.values(), ...loose.values()],
    of: (store) => {
      if (!isOnAws(store)) return [];
      const found =
        store.auth.kind === 'secret' ? [loose.get(store.home)] : reading.rolesOf(store).map((role) => byRole.get(role));
      return found.filter((it) => it !== undefined);
    },
    arnOf: (store, key, end) =>
      arnOf(store, accounts.get([store.home, store.namespace ?? '', store.name].join('/')) ?? '', key, end),
    kmsKeys: kmsKeysByEntry(written, plan),
  };
}

export const nameOf = ({ home, role }: Holder): string =>
  role ? `the role ${quoted(role.name)}` : `the policy of ${home}`;

/** The partition stands in no YAML. */
export const withoutPartition = (arn: string): string => arn.replace(/^arn:[^:]*:/, '');

// --- internal ---

/** By the store that reads or writes there: no YAML says it. */
const accountsOf = ({ stores }: Plan): ReadonlyMap<string, string> =>
  new Map(
    stores.map(({ home, namespace = '', name, provider }) => [
      [home, namespace, name].join('/'),
      'account' in provider ? provider.account : '',
    ]),
  );

function arnOf({ region, service }: WrittenStore, account: string, key: string, end = '-??????'): string {
  if (key.startsWith('arn:')) return withoutPartition(key);
  return service === 'ParameterStore'
    ? `ssm:${region}:${account}:parameter/${key.replace(/^\//, '')}`
    : `secretsmanager:${region}:${account}:secret:${key}${end}`;
}

function kmsKeysByEntry({ entries }: Written, plan: Plan): ReadonlyMap<string, string> {
  const planned = new Map(plan.kmsKeys.map(({ id, arn, alias }) => [id, arn ?? alias ?? '']));
  const keys = new Map<string, string>();
  for (const { home, remoteKey, managed, kmsKey } of plan.entries) {
    if (!managed && kmsKey !== undefined) keys.set(`${home} ${remoteKey}`, planned.get(kmsKey) ?? '');
  }
  for (const { home, name, kmsKey } of entries) if (kmsKey !== undefined) keys.set(`${home} ${name}`, kmsKey);
  return keys;
}
