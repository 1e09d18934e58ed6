import type { Plan } from '../model';
import type { OutputCheck } from './check';
import type { Places } from './place';
import { type Holder, holdersOf, nameOf, withoutPartition } from './support/holders';
import { outputPlacesOf } from './support/output-places';
import { type Granted, grantedBy } from './support/read-grants';
import type { WrittenStore, WrittenSync } from './support/read-manifests';
import type { Written } from './support/read-output';
import { readingOf } from './support/who-reads';
import { quoted, REPORT_IT } from './support/words';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html */
export const grantsCoverEveryReadAndNothingMore: OutputCheck = {
  code: 'grants-cover-every-read-and-nothing-more',
  severity: 'error',
  summary:
    'A role may read what the ExternalSecrets of its stores read, with the keys for that, and do nothing else but push.',
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

/** What is read with the rights of a role or of policies. */
interface Reader extends Holder {
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
  const holders = holdersOf(written, plan, reading);
  const readers = new Map(holders.all.map((holder) => [holder, readerOf(holder)]));
  for (const sync of written.syncs) {
    for (const store of reading.storesOf(sync)) {
      for (const holder of holders.of(store)) {
        const own = readers.get(holder)!;
        addReads(own, sync, (key) => holders.arnOf(store, key), holders.kmsKeys);
        addFinds(own, sync, store, (key, end) => holders.arnOf(store, key, end), holders.kmsKeys);
      }
    }
  }
  return [...readers.values()];
}

const readerOf = (holder: Holder): Reader => ({
  ...holder,
  reads: new Map(),
  paths: new Map(),
  lists: new Map(),
  tags: new Map(),
  keys: new Map(),
});

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
  { service }: WrittenStore,
  arnOf: (key: string, end?: string) => string,
  kmsKeys: ReadonlyMap<string, string>,
): void {
  const isParameters = service === 'ParameterStore';
  for (const { path, byTags } of finds) {
    const below = isParameters ? `${path}/` : path;
    if (isParameters && !byTags) own.paths.set(arnOf(path), file);
    else {
      own.reads.set(arnOf(isParameters ? `${below}*` : below, '*'), file);
      own.lists.set(isParameters ? 'ssm' : 'secretsmanager', file);
    }
    for (const [name, kmsKey] of kmsKeys) if (name.startsWith(`${home} ${below}`)) own.keys.set(kmsKey, file);
  }
}

function* flawsOf({ reads, paths, lists, tags, keys, ...holder }: Reader): Iterable<string> {
  const who = nameOf(holder);
  const granted: Granted = grantedBy(holder.policies.flatMap(({ statements }) => statements));
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
