import type { Plan } from '../model';
import type { OutputCheck } from './check';
import type { Places } from './place';
import { type Holder, holdersOf, nameOf, withoutPartition } from './support/holders';
import { outputPlacesOf } from './support/output-places';
import { type Granted, grantedBy } from './support/read-grants';
import type { WrittenSync } from './support/read-manifests';
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
  /** The same of tags. */
  readonly tags: Map<string, string>;
  /** A file that reads, by the ARN or alias of the key that it needs. */
  readonly keys: Map<string, string>;
}

function readersOf(written: Written, plan: Plan, at: Places): readonly Reader[] {
  const reading = readingOf(written, plan, at);
  const holders = holdersOf(written, plan, reading);
  const readers = new Map(
    holders.all.map((holder): [Holder, Reader] => [
      holder,
      { ...holder, reads: new Map(), tags: new Map(), keys: new Map() },
    ]),
  );
  for (const sync of written.syncs) {
    for (const store of reading.storesOf(sync)) {
      for (const holder of holders.of(store)) {
        addReads(readers.get(holder)!, sync, (key, end) => holders.arnOf(holder, store, key, end), holders.kmsKeys);
      }
    }
  }
  return [...readers.values()];
}

function addReads(
  own: Reader,
  { home, keys, tags, finds, file }: WrittenSync,
  arnOf: (key: string, end?: string) => string,
  kmsKeys: ReadonlyMap<string, string>,
): void {
  for (const path of finds) {
    own.reads.set(arnOf(path, '*'), file);
    for (const [name, kmsKey] of kmsKeys) if (name.startsWith(`${home} ${path}`)) own.keys.set(kmsKey, file);
  }
  for (const key of tags) own.tags.set(arnOf(key), file);
  for (const key of keys) {
    own.reads.set(arnOf(key), file);
    const kmsKey = kmsKeys.get(`${home} ${key}`);
    if (kmsKey !== undefined) own.keys.set(kmsKey, file);
  }
}

function* flawsOf({ reads, tags, keys, ...holder }: Reader): Iterable<string> {
  const who = nameOf(holder);
  const granted: Granted = grantedBy(holder.policies.flatMap(({ statements }) => statements));
  const entries = new Set(granted.entries.map(withoutPartition));
  for (const other of granted.others) yield `${who} grants ${other}`;
  for (const [arn, file] of reads)
    if (!entries.has(arn)) yield `${who} may not read ${quoted(arn)}, which ${file} reads`;
  for (const arn of entries) if (!reads.has(arn)) yield `${who} may read ${quoted(arn)}, which nothing reads`;
  const isFinding = [...reads.keys()].some((arn) => arn.endsWith('*'));
  if (granted.lists !== isFinding)
    yield `${who} may ${granted.lists ? '' : 'not '}list entries, which finding alone takes`;
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
