import type { PlanCheck } from './check';
import { DNS_LABEL, misnamed } from './support/name-rule';

export const systemsAndEnvironmentsAreDnsLabels: PlanCheck = {
  code: 'systems-and-environments-are-dns-labels',
  severity: 'error',
  summary: 'The names of systems and environments are DNS labels: they are folders, labels, tags and parts of names.',
  *run(plan, at) {
    for (const { id, environments } of plan.systems) {
      const flaw = misnamed(DNS_LABEL, id);
      if (flaw) yield { path: at.catalogue(environments[0] ?? id, 'system'), ...flaw };
    }
    for (const { id, name } of plan.environments) {
      const flaw = misnamed(DNS_LABEL, name);
      if (flaw) yield { path: at.catalogue(id, 'environments'), ...flaw };
    }
  },
};
