import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { quoted } from './support/words';

export const environmentNamesAreUnique: PlanCheck = {
  code: 'environment-names-are-unique',
  severity: 'error',
  summary: 'No two environments of a system have one name.',
  *run(plan) {
    const systems = new Map(plan.systems.map((system) => [system.id, system]));
    const several = new Set(plan.systems.filter((system) => systems.get(system.id) !== system).map(({ id }) => id));
    for (const [{ name, system }] of repeated(plan.environments, ({ id }) => id)) {
      // Two systems of one name have a finding already.
      if (several.has(system)) continue;
      yield {
        path: `${systems.get(system)?.folder ?? 'environments'}/index.ts environments`,
        message: `${quoted(name)} is the name of two environments of ${quoted(system)}`,
        mend: 'list the environment once, or rename one of the two',
      };
    }
  },
};
