import type { Flaw, PlanCheck } from './check';
import { pushRefreshFlaws, refreshFlaws, secondsOf } from './support/refresh-flaws';
import { quoted } from './support/words';

export const refreshIntervalsAreDurations: PlanCheck = {
  code: 'refresh-intervals-are-durations',
  severity: 'error',
  summary: 'A refresh interval is a Go duration, such as `15m` or `1h30m`.',
  *run(plan, at) {
    yield* refreshFlaws(plan, at, ({ refreshInterval }) => flawOf(refreshInterval));
    yield* pushRefreshFlaws(plan, at, flawOf);
  },
};

// --- internal ---

function flawOf(refreshInterval: string): Omit<Flaw, 'path'> | undefined {
  const seconds = secondsOf(refreshInterval);
  if (seconds !== undefined && seconds > LONGEST) {
    return { message: `${quoted(refreshInterval)} is longer than Go knows: at most "2562047h"`, mend: MEND_LONG };
  }
  if (seconds !== undefined) return undefined;
  return {
    message: `${quoted(refreshInterval)} is not a duration: numbers with "h", "m" or "s", such as "1h30m"`,
    mend: mendOf(refreshInterval),
  };
}

/** Seconds: a duration of Go is nanoseconds in 64 bits. @see https://pkg.go.dev/time#Duration */
const LONGEST = 2 ** 63 / 1e9;
const MEND_LONG = 'write a shorter one, or `refreshPolicy: "OnChange"`';

function mendOf(given: string): string {
  const days = /^(\d+)\s*d(ays?)?$/.exec(given.trim());
  if (days) return `write "${Number(days[1]) * 24}h"`;
  const [, amount, unit] = /^(\d+)\s*(h|m|s)?/i.exec(given.trim()) ?? [];
  return amount ? `did you mean "${amount}${unit?.toLowerCase() ?? 'm'}"?` : 'write a duration, such as "1h"';
}
