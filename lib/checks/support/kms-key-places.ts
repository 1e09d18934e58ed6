import type { Plan, PlannedEntry, PlannedKmsKey } from '../../model';
import type { Places } from '../place';
import { grouped, lazily } from './grouped';

/**
 * Where a key is written: an entry's, when it is one of several in its environment or has the key in every other as
 * well; else the backend's.
 */
export function kmsKeyPlaces(plan: Plan, at: Places): (key: PlannedKmsKey) => string {
  const byHome = lazily(() => grouped(plan.entries, ({ home }) => home));
  const nameOf = ({ id, home }: PlannedKmsKey) => id.slice(home.length);
  return (key) => {
    const { id, home } = key;
    const entries = byHome().get(home) ?? [];
    const [entry, ...others] = entries.filter(({ kmsKey }) => kmsKey === id);
    const hasIt = (one: PlannedEntry) => one.kmsKey?.slice(one.home.length) === nameOf(key);
    const isOwn = others.length === 0 && (entries.length > 1 || (entry && at.isInEveryOther(entry, hasIt)));
    return entry && isOwn ? at.entry(entry, 'kmsKey', hasIt) : at.environment(home, 'backend.kmsKey');
  };
}
