import type { PlannedBundle } from '../model';
import type { PlanCheck } from './check';
import { whereOf } from './support/where';
import { quoted } from './support/words';

export const syncNamesAreUnique: PlanCheck = {
  code: 'sync-names-are-unique',
  severity: 'error',
  summary: 'No two ExternalSecrets of a namespace have one name.',
  *run(plan, at) {
    const seen = new Map<string, PlannedBundle>();
    for (const bundle of plan.bundles) {
      if (bundle.source.kind !== 'sync') continue;
      for (const cluster of at.clustersOf(bundle.home)) {
        const sync = `${cluster}/${whereOf(bundle)}/${bundle.source.name}`;
        const earlier = seen.get(sync);
        if (!earlier) seen.set(sync, bundle);
        // Two that make the same Secret as well have a finding already.
        else if (earlier.secretName !== bundle.secretName) {
          yield {
            path: at.bundle(bundle, 'syncName'),
            message: `the ExternalSecret ${quoted(`${whereOf(bundle)}/${bundle.source.name}`)} is of ${quoted(bundle.bundle)} and of ${quoted(earlier.bundle)} of ${earlier.home}`,
            mend: 'give one of the two another `syncName`',
          };
        }
      }
    }
  },
};
