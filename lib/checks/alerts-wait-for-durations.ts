import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const alertsWaitForDurations: PlanCheck = {
  code: 'alerts-wait-for-durations',
  severity: 'error',
  summary: 'How long alerts wait is a duration of Prometheus, such as `15m` or `1d`.',
  *run(plan, at) {
    for (const { id, monitoring } of plan.clusters) {
      if (!monitoring) continue;
      const { notReadyFor, silentFor } = monitoring.thresholds;
      for (const [field, given] of Object.entries({ notReadyFor, silentFor })) {
        if (given !== '' && DURATION.test(given)) continue;
        yield {
          path: at.cluster(id, `monitoring.thresholds.${field}`),
          message: `${quoted(given)} is not a duration of Prometheus: whole numbers with "d", "h", "m" or "s", the greatest first`,
          mend: 'write one, such as "15m"',
        };
      }
    }
  },
};

// --- internal ---

/** @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#configuration-file */
const DURATION = /^(0|(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?)$/;
