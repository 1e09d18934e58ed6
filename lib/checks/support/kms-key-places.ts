import type { Plan, PlannedEntry, PlannedKmsKey } from '../../model';
import type { Places } from '../place';
import { grouped, lazily } from './grouped';

/**
 * Where a key is written: an entry's, when it is one of several of its backend or has the key in every other as
 * well; else the backend's.
 */
export function kmsKeyPlaces(plan: Plan, at: Places): (key: PlannedKmsKey) => string {
  const byKeeper = lazily(() => grouped(plan.entries, ({ keeper }) => keeper));
  const keeperOf = lazily(() => new Map(plan.entries.map(({ kmsKey = '', keeper }) => [kmsKey, keeper])));
  return (key) => {
    const { id, home } = key;
    const keeper = keeperOf().get(id) ?? home;
    const entries = byKeeper().get(keeper) ?? [];
    const [entry, ...others] = entries.filter(({ kmsKey }) => kmsKey === id);
    const hasIt = (one: PlannedEntry) => one.kmsKey?.slice(one.keeper.length) === id.slice(keeper.length);
    const isOwn = others.length === 0 && (entries.length > 1 || (entry && at.isInEveryOther(entry, hasIt)));
    return entry && isOwn ? at.entry(entry, 'kmsKey', hasIt) : at.backend(keeper, 'kmsKey');
  };
}
