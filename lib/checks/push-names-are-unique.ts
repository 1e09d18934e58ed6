import type { PlannedPush } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const pushNamesAreUnique: PlanCheck = {
  code: 'push-names-are-unique',
  severity: 'error',
  summary: 'No two PushSecrets of a namespace have one name.',
  *run(plan, at) {
    const seen = new Map<string, PlannedPush>();
    for (const push of plan.pushes) {
      for (const cluster of at.clustersOf(push.home)) {
        const name = `${push.namespace}/${push.push}`;
        const earlier = seen.get(`${cluster}/${name}`);
        if (!earlier) seen.set(`${cluster}/${name}`, push);
        else if (earlier.id !== push.id) {
          yield {
            path: at.catalogue(push.home, `pushes.${push.push}`),
            message: `the PushSecret ${quoted(name)} is of ${push.home} and of ${earlier.home}`,
            mend: 'put "{environment}" into its namespace, or rename one of the two',
          };
        }
      }
    }
  },
};
