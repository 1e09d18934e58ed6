import type { Plan, PlannedKmsKey } from '../../model';
import type { Places } from '../place';
import { grouped, lazily } from './grouped';

/** Where a key is written: the backend's when every entry of the environment has it, else the first entry's. */
export function kmsKeyPlaces(plan: Plan, at: Places): (key: PlannedKmsKey) => string {
  const byHome = lazily(() => grouped(plan.entries, ({ home }) => home));
  return ({ id, home }) => {
    const entries = byHome().get(home) ?? [];
    const own = entries.filter(({ kmsKey }) => kmsKey === id);
    if (own[0] && (own.length < entries.length || entries.length === 1)) return at.entry(own[0], 'kmsKey');
    return at.environment(home, 'backend.kmsKey');
  };
}
