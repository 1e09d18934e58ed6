import { entriesRead } from '../model/entries-read';
import type { PlanCheck } from './check';
import { refreshFlaws, secondsOf } from './support/refresh-flaws';
import { counted, quoted } from './support/words';

/** Seconds. What changes faster is better pushed: every interval reads every entry. */
const FLOOR = 60;

/** @see https://aws.amazon.com/secrets-manager/pricing/ */
const DOLLARS_PER_CALL = 0.05 / 10_000;

export const refreshIntervalsAreAffordable: PlanCheck = {
  code: 'refresh-intervals-are-affordable',
  severity: 'warning',
  summary: 'Secrets Manager is asked at most once a minute: each call costs, and all share one quota.',
  run(plan, at) {
    return refreshFlaws(plan, at, ({ refreshInterval, refreshPolicy }, bundle) => {
      const seconds = secondsOf(refreshInterval);
      if (refreshPolicy !== 'Periodic' || seconds === undefined || seconds === 0 || seconds >= FLOOR) return undefined;
      const entries = entriesRead(bundle).size;
      const calls = Math.round((entries * 30 * 24 * 3600) / seconds);
      return {
        message: `${quoted(refreshInterval)} with ${counted(entries, 'entry').replace('entrys', 'entries')} is ${calls.toLocaleString('en')} calls a month, about $${(calls * DOLLARS_PER_CALL).toFixed(2)}`,
        mend: 'write "1m" or more, and force a sync when a value changes',
      };
    });
  },
};
