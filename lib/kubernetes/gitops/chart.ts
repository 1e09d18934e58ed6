import type { PlannedOperator } from '../../model';
import { mergePatch } from '../../model/merge-patch';

/** The operator's Helm chart. */
export const CHART = { name: 'external-secrets', repository: 'https://charts.external-secrets.io' };

/**
 * The planned values, and definitions that outlive the release: with them would go every ExternalSecret, and every
 * Secret that an ExternalSecret owns.
 * @see https://helm.sh/docs/howto/charts_tips_and_tricks/#tell-helm-not-to-uninstall-a-resource
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#no-prune-resources
 */
export const chartValues = ({ values, install }: PlannedOperator): unknown =>
  inOrder(mergePatch({ crds: { annotations: { ...KEEP, ...(install === 'argocd' && NO_PRUNE) } } }, values));

// --- internal ---

const KEEP = { 'helm.sh/resource-policy': 'keep' };
const NO_PRUNE = { 'argocd.argoproj.io/sync-options': 'Delete=false,Prune=false' };

/** With keys in alphabetical order, as those of all that is rendered. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, inner]) => [name, inOrder(inner)]));
}
