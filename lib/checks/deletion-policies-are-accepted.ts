import type { PlannedBundle } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://external-secrets.io/latest/guides/ownership-deletion-policy/ */
export const deletionPoliciesAreAccepted: PlanCheck = {
  code: 'deletion-policies-are-accepted',
  severity: 'error',
  summary: "The deletion policy goes with the creation policy: the operator's webhook refuses some pairs.",
  *run(plan, at) {
    for (const bundle of plan.bundles) {
      if (bundle.source.kind !== 'sync' || !isRefused(bundle)) continue;
      const { creationPolicy, deletionPolicy } = bundle.source;
      yield {
        path: at.bundle(bundle, 'deletionPolicy', isRefused),
        message: `\`deletionPolicy: ${quoted(deletionPolicy)}\` is refused with \`creationPolicy: ${quoted(creationPolicy)}\`, which does not own the Secret`,
        mend: 'write `deletionPolicy: "Retain"`, or `creationPolicy: "Owner"`',
      };
    }
  },
};

// --- internal ---

const REFUSED: Readonly<Record<string, readonly string[]>> = {
  Retain: [],
  Delete: ['Merge', 'None', 'CreateOrMerge'],
  Merge: ['None'],
};

const isRefused = ({ source }: PlannedBundle): boolean =>
  source.kind === 'sync' && (REFUSED[source.deletionPolicy]?.includes(source.creationPolicy) ?? false);
