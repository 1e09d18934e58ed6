import type { Plan } from '../model';
import type { OutputCheck } from './check';
import type { Places } from './place';
import { type Holder, holdersOf, nameOf, withoutPartition } from './support/holders';
import { outputPlacesOf } from './support/output-places';
import { grantedBy } from './support/read-grants';
import type { Written } from './support/read-output';
import { readingOf } from './support/who-reads';
import { quoted, REPORT_IT } from './support/words';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html */
export const grantsCoverEveryWriteAndNothingMore: OutputCheck = {
  code: 'grants-cover-every-write-and-nothing-more',
  severity: 'error',
  summary:
    'A role may make, write and, if they say so, delete what the PushSecrets of its stores push, and no other entry.',
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    for (const writer of writersOf(written, plan, at)) {
      const path = writer.role ? places.role(writer.role) : at.owner(writer.home, 'store.identity');
      for (const message of flawsOf(writer)) yield { path, message, mend: REPORT_IT };
    }
  },
};

// --- internal ---

/** What is pushed with the rights of a role or of policies: a file that needs it, by what it needs. */
interface Writer extends Holder {
  readonly writes: Map<string, string>;
  readonly deletes: Map<string, string>;
  /** By the ARN or alias of a key. */
  readonly keys: Map<string, string>;
}

function writersOf(written: Written, plan: Plan, at: Places): readonly Writer[] {
  const reading = readingOf(written, plan, at);
  const holders = holdersOf(written, plan, reading);
  const writers = new Map(
    holders.all.map((holder): [Holder, Writer] => [
      holder,
      { ...holder, writes: new Map(), deletes: new Map(), keys: new Map() },
    ]),
  );
  for (const { file, home, keys, deletes, ...push } of written.pushes) {
    for (const store of reading.storesOf({ home, ...push })) {
      for (const holder of holders.of(store)) {
        const own = writers.get(holder)!;
        for (const key of keys) {
          const arn = holders.arnOf(store, key);
          own.writes.set(arn, file);
          if (deletes) own.deletes.set(arn, file);
          const kmsKey = holders.kmsKeys.get(`${home} ${key}`);
          if (kmsKey !== undefined) own.keys.set(kmsKey, file);
        }
      }
    }
  }
  return [...writers.values()];
}

function* flawsOf({ writes, deletes, keys, ...holder }: Writer): Iterable<string> {
  const granted = grantedBy(holder.policies.flatMap(({ statements }) => statements));
  const arns = (list: readonly string[]) => list.map(withoutPartition);
  yield* differences(nameOf(holder), 'write', arns(granted.writes), writes);
  yield* differences(nameOf(holder), 'delete', arns(granted.deletes), deletes);
  yield* differences(nameOf(holder), 'encrypt with', granted.writeKeys, keys);
}

function* differences(
  who: string,
  what: string,
  granted: readonly string[],
  needed: ReadonlyMap<string, string>,
): Iterable<string> {
  for (const [name, file] of needed) {
    if (!granted.includes(name)) yield `${who} may not ${what} ${quoted(name)}, which ${file} needs`;
  }
  for (const name of granted) {
    if (!needed.has(name)) yield `${who} may ${what} ${quoted(name)}, which nothing pushes`;
  }
}
