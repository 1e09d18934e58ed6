import type { PlanCheck } from './check';
import { pushRefreshFlaws, refreshFlaws, secondsOf } from './support/refresh-flaws';

/** @see https://github.com/external-secrets/external-secrets/issues/4568 */
export const periodicRefreshHasAnInterval: PlanCheck = {
  code: 'periodic-refresh-has-an-interval',
  severity: 'error',
  summary:
    'A refresh that is periodic has an interval above zero: with zero the operator reads once and ignores a forced sync.',
  *run(plan, at) {
    yield* refreshFlaws(plan, at, ({ refreshInterval, refreshPolicy }) => {
      if (refreshPolicy !== 'Periodic' || secondsOf(refreshInterval) !== 0) return undefined;
      return {
        message: 'an interval of zero with `refreshPolicy: "Periodic"` reads once, and a forced sync is ignored',
        mend: 'write an interval such as "1h", or `refreshPolicy: "OnChange"`, which a forced sync refreshes',
      };
    });
    yield* pushRefreshFlaws(plan, at, (refreshInterval) =>
      secondsOf(refreshInterval) === 0 ? PUSHED_ONCE : undefined,
    );
  },
};

// --- internal ---

/** @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/pkg/controllers/pushsecret/pushsecret_controller.go */
const PUSHED_ONCE = {
  message: 'with an interval of zero the Secret is pushed once, and never again when it changes',
  mend: 'write an interval such as "1h"',
};
