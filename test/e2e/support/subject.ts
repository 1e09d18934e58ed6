import type { PlannedEntry, PlannedKey } from 'keywright';
import { entriesOf } from '../../readers';
import type { EnvironmentPlan, NamespacedBundle } from './environment';

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
  /** Undefined where the backend has one text and no fields. */
  readonly required: SubjectField | undefined;
  /** Undefined where the catalogue has none. */
  readonly optional: SubjectField | undefined;
  /** What the entries that the sync reads are called in the backend, sorted. */
  readonly reads: readonly string[];
}

/** The sync with the most keys; of an entry with an optional field if there is one, and else with any field. */
export function subjectOf({ bundles, entries }: EnvironmentPlan): Subject {
  const candidates = bundles.flatMap((bundle) => entriesOf([bundle], entries).flatMap((entry) => tried(bundle, entry)));
  const rank = ({ required, optional, keys }: (typeof candidates)[number]): number =>
    (required && optional ? 2000 : 0) + (required ? 1000 : 0) + keys;
  const [best] = candidates.sort((a, b) => rank(b) - rank(a));
  if (!best) throw new Error('no sync is refreshed');
  const reads = entriesOf([best.bundle], entries).map(({ remoteKey }) => remoteKey);
  return { ...best, reads: reads.sort() };
}

// --- internal ---

interface SubjectField {
  /** The Secret's key. */
  readonly key: string;
  /** Its key in what the backend holds. */
  readonly field: string;
}

/** What can be tried with one entry of a bundle. */
function tried(bundle: NamespacedBundle, entry: PlannedEntry) {
  const { source, keys, namespace, secretName, everything } = bundle;
  if (source.kind !== 'sync' || source.refreshPolicy !== 'Periodic') return [];
  const find = (required: boolean) =>
    keys.filter((key) => key.required === required).flatMap((key) => fieldOf(key, entry))[0];
  const [required, optional] = [find(true), find(false)];
  const open = everything !== undefined;
  return [{ namespace, secretName, sync: source.name, open, entry, required, optional, bundle, keys: keys.length }];
}

/** The field that a key takes as it is. */
function fieldOf({ name, parts }: PlannedKey, { id, fields }: PlannedEntry): SubjectField[] {
  const [only] = parts;
  if (parts.length !== 1 || typeof only !== 'object' || only.filter || only.entry !== id) return [];
  const known = fields.find((field) => field.name === only.field);
  const field = known?.property ?? only.field;
  return field === '' ? [] : [{ key: name, field }];
}
