/**
 * Namespaces by their labels: those in which all of this holds.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export interface NamespaceSelector {
  /** Labels and their values, in which `{system}` and `{environment}` are replaced. */
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly LabelRequirement[];
}

/** What a label must be. */
export type LabelRequirement =
  | { readonly key: string; readonly operator: 'In' | 'NotIn'; readonly values: readonly string[] }
  | { readonly key: string; readonly operator: 'Exists' | 'DoesNotExist'; readonly values?: never };

/** A selector as kubectl takes it: `--selector='team=shop,tier in (a,b),!legacy'`. */
export function formatSelector({ matchLabels = {}, matchExpressions = [] }: NamespaceSelector): string {
  const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  return [...labels, ...matchExpressions.map(formatRequirement)].join(',');
}

/** The values that a selector compares labels with. */
export const selectedValues = ({ matchLabels = {}, matchExpressions = [] }: NamespaceSelector): string[] => [
  ...Object.values(matchLabels),
  ...matchExpressions.flatMap(({ values = [] }) => values),
];

// --- internal ---

function formatRequirement({ key, operator, values = [] }: LabelRequirement): string {
  if (operator === 'Exists') return key;
  if (operator === 'DoesNotExist') return `!${key}`;
  return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
}
