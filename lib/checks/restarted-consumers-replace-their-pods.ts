import { ROLLED_KINDS } from '../model';
import type { PlanCheck } from './check';
import { listed, quoted } from './support/words';

/** @see https://github.com/stakater/Reloader/issues/543 */
export const restartedConsumersReplaceTheirPods: PlanCheck = {
  code: 'restarted-consumers-replace-their-pods',
  severity: 'error',
  summary:
    'A consumer that Reloader restarts is of a kind that replaces its pods: it would run a CronJob or Job at once.',
  *run(plan, at) {
    for (const bundle of plan.bundles) {
      for (const { kind, name, restart } of bundle.consumers) {
        if (restart === 'none' || ROLLED_KINDS.includes(kind)) continue;
        yield {
          path: at.bundle(bundle, 'consumers', (other) =>
            other.consumers.some((it) => it.name === name && it.restart !== 'none'),
          ),
          message: `the ${kind} ${quoted(name)} is to be restarted, which is for ${listed(ROLLED_KINDS)}`,
          mend: 'leave `restart` out: its next pod has the new value',
        };
      }
    }
  },
};
