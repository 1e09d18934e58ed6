import type { PlannedBundle } from '../../model';
import { formatSelector } from '../../model/namespace-selector';

/** Where a bundle's Secret is, as part of a key and of a message: its namespace, or the labels of all its namespaces. */
export function whereOf({ namespace = '', source }: PlannedBundle): string {
  const selector = source.kind === 'sync' ? source.clusterSync?.namespaceSelector : undefined;
  return selector ? `(${formatSelector(selector)})` : namespace;
}
