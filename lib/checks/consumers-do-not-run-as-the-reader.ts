import type { PlannedBundle } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const consumersDoNotRunAsTheReader: PlanCheck = {
  code: 'consumers-do-not-run-as-the-reader',
  severity: 'warning',
  summary: 'A consumer does not run under the ServiceAccount that reads from the backend: it needs the Secret only.',
  catches: 'nova: the pods run under `nova-backend-sa`, whose role reads every secret of the system',
  *run(plan, at) {
    const readers = new Set<string>();
    for (const { home, identity } of plan.stores) {
      if (!('serviceAccount' in identity)) continue;
      const name = `${identity.namespace}/${identity.serviceAccount}`;
      for (const cluster of at.clustersOf(home)) readers.add(`${cluster}/${name}`);
    }
    const isReader = ({ home }: PlannedBundle, { namespace, serviceAccount }: PlannedBundle['consumers'][number]) =>
      serviceAccount !== undefined &&
      at.clustersOf(home).some((cluster) => readers.has(`${cluster}/${namespace}/${serviceAccount}`));
    for (const bundle of plan.bundles) {
      for (const consumer of bundle.consumers) {
        if (!isReader(bundle, consumer)) continue;
        yield {
          path: at.bundle(bundle, 'consumers', (other) => other.consumers.some((it) => isReader(other, it))),
          message: `the ${consumer.kind} ${quoted(consumer.name)} runs as ${quoted(consumer.serviceAccount ?? '')}, which may read every entry of the store`,
          mend: 'give it a ServiceAccount of its own, without a role',
        };
      }
    }
  },
};
