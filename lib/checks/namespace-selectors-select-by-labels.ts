import type { NamespaceSelector } from '../model';
import { formatSelector, selectedValues } from '../model/namespace-selector';
import type { Flaw, PlanCheck } from './check';
import { clusterSyncsOf } from './support/cluster-syncs';
import { DNS_SUBDOMAIN } from './support/name-rule';
import { hasPlaceholder, quoted } from './support/words';

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
export const namespaceSelectorsSelectByLabels: PlanCheck = {
  code: 'namespace-selectors-select-by-labels',
  severity: 'error',
  summary: 'A `namespaceSelector` names labels that Kubernetes takes: one that names none selects every namespace.',
  *run(plan, at) {
    for (const { bundle, clusterSync } of clusterSyncsOf(plan)) {
      const selector = clusterSync.namespaceSelector;
      for (const flaw of flawsOf(selector)) {
        const isSame = (other: typeof bundle) =>
          clusterSyncsOf({ ...plan, bundles: [other] }).some(
            (it) => formatSelector(it.clusterSync.namespaceSelector) === formatSelector(selector),
          );
        yield { path: at.bundle(bundle, 'namespaceSelector', isSame), ...flaw };
      }
    }
  },
};

// --- internal ---

const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

function* flawsOf(selector: NamespaceSelector): Iterable<Omit<Flaw, 'path'>> {
  const keys = [...Object.keys(selector.matchLabels ?? {}), ...(selector.matchExpressions ?? []).map(({ key }) => key)];
  if (keys.length === 0) {
    yield {
      message: 'it selects every namespace, and opens the store to whoever may write an ExternalSecret anywhere',
      mend: 'name a label that these namespaces have',
    };
  }
  for (const key of keys) {
    if (isLabelKey(key)) continue;
    yield {
      message: `${quoted(key)} is not the key of a label: a DNS subdomain and "/" if any, then at most 63 letters, digits, "-", "_" and "."`,
      mend: 'write the key as `kubectl get namespaces --show-labels` prints it',
    };
  }
  for (const value of selectedValues(selector)) {
    if (value === '' || NAME.test(value) || hasPlaceholder(value)) continue;
    yield {
      message: `${quoted(value)} is not the value of a label: at most 63 letters, digits, "-", "_" and "."`,
      mend: 'write the value as `kubectl get namespaces --show-labels` prints it',
    };
  }
}

function isLabelKey(key: string): boolean {
  const [name = '', prefix, ...more] = key.split('/').reverse();
  const isPrefix = prefix === undefined || (DNS_SUBDOMAIN.pattern.test(prefix) && prefix.length <= DNS_SUBDOMAIN.limit);
  return more.length === 0 && isPrefix && NAME.test(name);
}
