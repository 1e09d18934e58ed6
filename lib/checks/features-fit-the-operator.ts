import { lt, valid } from 'semver';
import type { PlannedBundle, PlannedSync } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

interface Feature {
  readonly since: string;
  readonly what: string;
  /** The bundle's option. */
  readonly field: string;
  readonly instead: string;
  isUsedBy(sync: PlannedSync, bundle: PlannedBundle): boolean;
}

/** @see https://github.com/external-secrets/external-secrets/releases */
const FEATURES: readonly Feature[] = [
  {
    since: '2.8.0',
    what: '`creationPolicy: "CreateOrMerge"`',
    field: 'creationPolicy',
    instead: '"Owner" or "Merge"',
    isUsedBy: ({ creationPolicy }) => creationPolicy === 'CreateOrMerge',
  },
  {
    since: '0.18.1',
    what: '`merge` in `rewrite`',
    field: 'rewrite',
    instead: 'a bundle for each of the entries',
    isUsedBy: (_sync, { rewrite }) => rewrite.some((one) => 'merge' in one),
  },
  {
    since: '0.20.4',
    what: '`priorityPolicy` of a `merge`',
    field: 'rewrite',
    instead: 'in `priority` only what is always there',
    isUsedBy: (_sync, { rewrite }) => rewrite.some((one) => 'merge' in one && one.merge.priorityPolicy !== undefined),
  },
];

export const featuresFitTheOperator: PlanCheck = {
  code: 'features-fit-the-operator',
  severity: 'error',
  summary: 'What a bundle asks for exists in the operator of every cluster that it is on.',
  *run(plan, at) {
    const versions = new Map(plan.clusters.map(({ id, operator }) => [id, operator.version]));
    for (const bundle of plan.bundles) {
      for (const feature of FEATURES) {
        if (!uses(bundle, feature)) continue;
        for (const cluster of at.clustersOf(bundle.home)) {
          const version = versions.get(cluster) ?? '';
          if (valid(version) === null || !lt(version, feature.since)) continue;
          yield {
            path: at.bundle(bundle, feature.field, (other) => uses(other, feature)),
            message: `${feature.what} is new in ${feature.since}, and ${quoted(cluster)} has ${version}`,
            mend: `upgrade the operator, or write ${feature.instead}`,
          };
        }
      }
    }
  },
};

// --- internal ---

const uses = (bundle: PlannedBundle, { isUsedBy }: Feature): boolean =>
  bundle.source.kind === 'sync' && isUsedBy(bundle.source, bundle);
