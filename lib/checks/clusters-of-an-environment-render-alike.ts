import { gte, valid } from 'semver';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

/**
 * Operators on two sides of one of these write other defaults into an ExternalSecret or a store.
 * @see https://github.com/external-secrets/external-secrets/issues/6797
 */
const DEFAULTS_CHANGED = ['2.3.0', '2.5.0', '2.7.0', '2.9.0'];

export const clustersOfAnEnvironmentRenderAlike: PlanCheck = {
  code: 'clusters-of-an-environment-render-alike',
  severity: 'warning',
  summary:
    'The operators on the clusters of an environment write the same defaults: else one of them always shows a difference.',
  *run(plan, at) {
    const versions = new Map(plan.clusters.map(({ id, operator }) => [id, operator.version]));
    for (const { id, clusters } of plan.environments) {
      const [first = '', ...others] = clusters;
      const version = versions.get(first) ?? '';
      for (const other of others) {
        const its = versions.get(other) ?? '';
        const change = DEFAULTS_CHANGED.find((at) => isBetween(version, its, at));
        if (change === undefined) continue;
        yield {
          path: at.environment(id, 'clusters'),
          message: `${quoted(first)} has the operator ${version} and ${quoted(other)} ${its}: defaults changed with ${change}`,
          mend: 'upgrade the older one, or run the two in environments of their own',
        };
      }
    }
  },
};

// --- internal ---

const isBetween = (one: string, other: string, change: string): boolean =>
  valid(one) !== null && valid(other) !== null && gte(one, change) !== gte(other, change);
