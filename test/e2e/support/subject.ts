import type { PlannedBundle, PlannedEntry, PlannedKey } from 'keywright';
import { entriesOf } from '../../readers';
import type { EnvironmentPlan } from './environment';

/** A sync of an environment on which tests can try what happens, and what of it they may change. */
export interface Subject {
  readonly namespace: string;
  readonly secretName: string;
  /** The ExternalSecret's name. */
  readonly sync: string;
  /** An open bundle takes what the catalogue does not name, too. */
  readonly open: boolean;
  /** The entry that both fields below are of. */
  readonly entry: PlannedEntry;
  readonly required: SubjectField;
  /** Undefined where the catalogue has none. */
  readonly optional: SubjectField | undefined;
  /** What the entries that the sync reads are called in AWS, sorted. */
  readonly reads: readonly string[];
}

/** The sync with the most keys, of an entry with an optional field if there is one. */
export function subjectOf({ bundles, entries }: EnvironmentPlan): Subject {
  const candidates = bundles.flatMap((bundle) => entriesOf([bundle], entries).flatMap((entry) => tried(bundle, entry)));
  const [best] = candidates.sort((a, b) => Number(!a.optional) - Number(!b.optional) || b.keys - a.keys);
  if (!best) throw new Error('no sync takes a required field as it is');
  const reads = entriesOf([best.bundle], entries).map(({ remoteKey }) => remoteKey);
  return { ...best, reads: reads.sort() };
}

// --- internal ---

interface SubjectField {
  /** The Secret's key. */
  readonly key: string;
  readonly field: string;
}

/** What can be tried with one entry of a bundle; nothing when none of its required fields is a key as it is. */
function tried(bundle: PlannedBundle, entry: PlannedEntry) {
  const { source, keys, namespace, secretName, everything } = bundle;
  if (source.kind !== 'sync' || source.refreshPolicy !== 'Periodic' || entry.plain) return [];
  const find = (required: boolean) =>
    keys.filter((key) => key.required === required).flatMap((key) => fieldOf(key, entry))[0];
  const [required, optional] = [find(true), find(false)];
  if (!required) return [];
  const open = everything !== undefined;
  return [{ namespace, secretName, sync: source.name, open, entry, required, optional, bundle, keys: keys.length }];
}

function fieldOf({ name, parts }: PlannedKey, entry: PlannedEntry): SubjectField[] {
  const [only] = parts;
  const isField = parts.length === 1 && typeof only === 'object' && !only.filter && only.entry === entry.id;
  return isField ? [{ key: name, field: only.field }] : [];
}
