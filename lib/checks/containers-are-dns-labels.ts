import type { PlanCheck } from './check';
import { DNS_LABEL, DNS_SUBDOMAIN, misnamed } from './support/name-rule';
import { quoted } from './support/words';

export const containersAreDnsLabels: PlanCheck = {
  code: 'containers-are-dns-labels',
  severity: 'error',
  summary: 'The container that reads variables is a DNS label: where none is said, the name of its workload.',
  *run(plan, at) {
    for (const bundle of plan.bundles) {
      for (const { kind, name, container, env } of bundle.consumers) {
        const flaw = env.length > 0 ? misnamed(DNS_LABEL, container) : undefined;
        // A workload that nobody can call so has a finding of its own.
        if (!flaw || (container === name && misnamed(DNS_SUBDOMAIN, name))) continue;
        const isFlawed = (other: typeof bundle) => other.consumers.some((it) => it.container === container);
        const mend = container === name ? `say which \`container\` of the ${kind} ${quoted(name)} reads` : flaw.mend;
        yield { path: at.bundle(bundle, 'consumers', isFlawed), message: flaw.message, mend };
      }
    }
  },
};
