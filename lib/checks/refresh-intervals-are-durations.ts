import type { PlanCheck } from './check';
import { refreshFlaws, secondsOf } from './support/refresh-flaws';
import { quoted } from './support/words';

export const refreshIntervalsAreDurations: PlanCheck = {
  code: 'refresh-intervals-are-durations',
  severity: 'error',
  summary: 'A refresh interval is a Go duration, such as `15m` or `1h30m`.',
  run(plan, at) {
    return refreshFlaws(plan, at, ({ refreshInterval }) => {
      if (secondsOf(refreshInterval) !== undefined) return undefined;
      return {
        message: `${quoted(refreshInterval)} is not a duration: numbers with "h", "m" or "s", such as "1h30m"`,
        mend: mendOf(refreshInterval),
      };
    });
  },
};

// --- internal ---

function mendOf(given: string): string {
  const days = /^(\d+)\s*d(ays?)?$/.exec(given.trim());
  if (days) return `write "${Number(days[1]) * 24}h"`;
  const [, amount, unit] = /^(\d+)\s*(h|m|s)?/i.exec(given.trim()) ?? [];
  return amount ? `did you mean "${amount}${unit?.toLowerCase() ?? 'm'}"?` : 'write a duration, such as "1h"';
}
