import type { Plan } from '../model';
import type { OutputCheck } from './check';
import type { Places } from './place';
import { outputPlacesOf } from './support/output-places';
import { type Granted, grantedBy } from './support/read-grants';
import type { WrittenStore, WrittenSync } from './support/read-manifests';
import type { Written } from './support/read-output';
import type { WrittenPolicy, WrittenRole } from './support/read-templates';
import { isOnAws, readingOf } from './support/who-reads';
import { quoted, REPORT_IT } from './support/words';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html */
export const grantsCoverEveryReadAndNothingMore: OutputCheck = {
  code: 'grants-cover-every-read-and-nothing-more',
  severity: 'error',
  summary: 'A role may read what the ExternalSecrets of its stores read, with the keys for that, and nothing else.',
  catches: 'deparrow: the policy grants `DescribeSecret`, which nothing calls, and every entry below `deparrow/`',
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    for (const reader of readersOf(written, plan, at)) {
      const path = reader.role ? places.role(reader.role) : at.owner(reader.home, 'store.identity');
      for (const message of flawsOf(reader)) yield { path, message, mend: REPORT_IT };
    }
  },
};

// --- internal ---

/** A role, or the policies that a person attaches; what is read with it, and what it grants. */
interface Reader {
  readonly home: string;
  readonly role?: WrittenRole;
  readonly policies: readonly WrittenPolicy[];
  /** A file that reads, by the end of the ARN that it needs. */
  readonly reads: Map<string, string>;
  /** The same of paths that it reads whole. */
  readonly paths: Map<string, string>;
  /** A file that finds, by the service that it lists. */
  readonly lists: Map<string, string>;
  /** The same of tags. */
  readonly tags: Map<string, string>;
  /** A file that reads, by the ARN or alias of the key that it needs. */
  readonly keys: Map<string, string>;
}

function readersOf(written: Written, plan: Plan, at: Places): readonly Reader[] {
  const reading = readingOf(written, plan, at);
  const accounts = accountsOf(plan);
  const kmsKeys = kmsKeysByEntry(written, plan);
  const byRole = new Map(written.roles.map((role) => [role, reader(role.home, role.policies, role)]));
  const loose = new Map<string, Reader>();
  for (const policy of written.loosePolicies) {
    loose.set(policy.home, reader(policy.home, [...(loose.get(policy.home)?.policies ?? []), policy]));
  }
  const readersFor = (store: WrittenStore) => {
    if (!isOnAws(store)) return [];
    const found =
      store.auth.kind === 'secret' ? [loose.get(store.home)] : reading.rolesOf(store).map((role) => byRole.get(role));
    return found.filter((it) => it !== undefined);
  };
  for (const sync of written.syncs) {
    for (const store of reading.storesOf(sync)) {
      for (const own of readersFor(store)) {
        const account = accounts.get([store.home, store.namespace ?? '', store.name].join('/')) ?? '';
        addReads(own, sync, (key) => arnOf(store, account, key), kmsKeys);
        addFinds(own, sync, store, account, kmsKeys);
      }
    }
  }
  return [...byRole.values(), ...loose.values()];
}

const reader = (home: string, policies: readonly WrittenPolicy[], role?: WrittenRole): Reader => ({
  home,
  policies,
  ...(role && { role }),
  reads: new Map(),
  paths: new Map(),
  lists: new Map(),
  tags: new Map(),
  keys: new Map(),
});

/** By the store that reads there: no YAML says it. */
const accountsOf = ({ stores }: Plan): ReadonlyMap<string, string> =>
  new Map(
    stores.map(({ home, namespace = '', name, provider }) => [
      [home, namespace, name].join('/'),
      'account' in provider ? provider.account : '',
    ]),
  );

function addReads(
  own: Reader,
  { home, keys, tags, file }: WrittenSync,
  arnOf: (key: string) => string,
  kmsKeys: ReadonlyMap<string, string>,
): void {
  for (const key of tags) own.tags.set(arnOf(key), file);
  for (const key of keys) {
    own.reads.set(arnOf(key), file);
    const kmsKey = kmsKeys.get(`${home} ${key}`);
    if (kmsKey !== undefined) own.keys.set(kmsKey, file);
  }
}

/** Parameters of a path are read at once; what is found otherwise is listed, and read below the path. */
function addFinds(
  own: Reader,
  { home, finds, file }: WrittenSync,
  store: WrittenStore,
  account: string,
  kmsKeys: ReadonlyMap<string, string>,
): void {
  const isParameters = store.service === 'ParameterStore';
  for (const { path, byTags } of finds) {
    const below = isParameters ? `${path}/` : path;
    if (isParameters && !byTags) own.paths.set(arnOf(store, account, path), file);
    else {
      own.reads.set(arnOf(store, account, isParameters ? `${below}*` : below, '*'), file);
      own.lists.set(isParameters ? 'ssm' : 'secretsmanager', file);
    }
    for (const [name, kmsKey] of kmsKeys) if (name.startsWith(`${home} ${below}`)) own.keys.set(kmsKey, file);
  }
}

/** The ARN that a read needs, without its partition, which stands in no YAML. */
function arnOf({ region, service }: WrittenStore, account: string, key: string, end = '-??????'): string {
  if (key.startsWith('arn:')) return withoutPartition(key);
  return service === 'ParameterStore'
    ? `ssm:${region}:${account}:parameter/${key.replace(/^\//, '')}`
    : `secretsmanager:${region}:${account}:secret:${key}${end}`;
}

/** The customer-managed keys of the entries: of those in templates from there, of existing ones from the plan. */
function kmsKeysByEntry({ entries }: Written, plan: Plan): ReadonlyMap<string, string> {
  const planned = new Map(plan.kmsKeys.map(({ id, arn, alias }) => [id, arn ?? alias ?? '']));
  const keys = new Map<string, string>();
  for (const { home, remoteKey, managed, kmsKey } of plan.entries) {
    if (!managed && kmsKey !== undefined) keys.set(`${home} ${remoteKey}`, planned.get(kmsKey) ?? '');
  }
  for (const { home, name, kmsKey } of entries) if (kmsKey !== undefined) keys.set(`${home} ${name}`, kmsKey);
  return keys;
}

function* flawsOf({ home, role, policies, reads, paths, lists, tags, keys }: Reader): Iterable<string> {
  const who = role ? `the role ${quoted(role.name)}` : `the policy of ${home}`;
  const granted: Granted = grantedBy(policies.flatMap(({ statements }) => statements));
  const entries = new Set(granted.entries.map(withoutPartition));
  for (const other of granted.others) yield `${who} grants ${other}`;
  for (const [arn, file] of reads)
    if (!entries.has(arn)) yield `${who} may not read ${quoted(arn)}, which ${file} reads`;
  for (const arn of entries) if (!reads.has(arn)) yield `${who} may read ${quoted(arn)}, which nothing reads`;
  const whole = new Set(granted.paths.map(withoutPartition));
  for (const [arn, file] of paths)
    if (!whole.has(arn)) yield `${who} may not read all of ${quoted(arn)}, as ${file} does`;
  for (const arn of whole) if (!paths.has(arn)) yield `${who} may read all of ${quoted(arn)}, which nothing reads`;
  for (const [service, file] of lists) {
    if (!granted.lists.includes(service)) yield `${who} may not list what ${service} has, and ${file} finds there`;
  }
  for (const service of granted.lists) {
    if (!lists.has(service)) yield `${who} may list what ${service} has, which finding alone takes`;
  }
  const described = new Set(granted.tags.map(withoutPartition));
  for (const [arn, file] of tags) {
    if (!described.has(arn)) yield `${who} may not read the tags of ${quoted(arn)}, which ${file} reads`;
  }
  for (const arn of described)
    if (!tags.has(arn)) yield `${who} may read the tags of ${quoted(arn)}, which nothing reads`;
  for (const [key, file] of keys) {
    if (!granted.keys.includes(key)) yield `${who} may not decrypt with ${quoted(key)}, which ${file} needs`;
  }
  for (const key of granted.keys) {
    if (!keys.has(key)) yield `${who} may decrypt with ${quoted(key)}, which nothing needs`;
  }
}

/** The partition stands in no YAML. */
const withoutPartition = (arn: string): string => arn.replace(/^arn:[^:]*:/, '');
