import type { BundleInput, BundleOverride, ConsumerInput, PlannedConsumer } from '../model';
import { formatSelector, type LabelRequirement, type NamespaceSelector } from '../model/namespace-selector';
import { expand } from './names';
import type { Site } from './sites';
import { planConsumer } from './workloads';

/** Where a Secret goes: into a namespace, or into each that is selected. */
export type Target =
  | { readonly namespace: string; readonly selector?: never }
  | { readonly namespace?: never; readonly selector: NamespaceSelector };

/** A bundle as its environment has it: to say one way of choosing namespaces unsays the other. */
export function inEnvironment(bundle: BundleInput, override: BundleOverride = {}): BundleInput & BundleOverride {
  const { namespace, namespaceSelector, ...rest } = bundle;
  const chosen = override.namespace !== undefined || override.namespaceSelector !== undefined;
  const own = {
    ...(namespace !== undefined && { namespace }),
    ...(namespaceSelector !== undefined && { namespaceSelector }),
  };
  return { ...rest, ...(chosen ? {} : own), ...override };
}

/** The targets of a bundle. Values that no operator reads go where nobody selects: to the system's own namespace. */
export function targetsOf(site: Site, name: string, { namespace, namespaceSelector }: BundleInput): Target[] {
  if (namespaceSelector !== undefined) {
    if (site.environment.backend.kind !== 'embedded') return [{ selector: expanded(namespaceSelector, site.words) }];
    site.report({
      kind: 'value',
      file: site.files.environment,
      field: `bundles.${name}.namespace`,
      expected: '`namespace` in place of the selector: `embedded` values have no operator that selects',
      allowed: [],
    });
  }
  const given = namespace ?? site.environment.namespace ?? site.catalogue.namespace;
  const all = typeof given === 'string' ? [given] : given;
  return [...new Set(all.map((one) => expand(one, site.words)))].map((one) => ({ namespace: one }));
}

/** A consumer that names no namespace reads the Secret of its own, unless that is selected; one in none of them stays with the first. */
export function consumersIn(
  site: Site,
  bundle: string,
  consumers: readonly ConsumerInput[],
  target: Target,
  targets: readonly Target[],
): PlannedConsumer[] {
  const usual = target.namespace ?? expand(site.environment.namespace ?? site.catalogue.namespace, site.words);
  return consumers.flatMap((consumer, at) => {
    if (target.selector && consumer.namespace === undefined) reportNowhere(site, `bundles.${bundle}.consumers.${at}`);
    const own = consumer.namespace === undefined ? usual : expand(consumer.namespace, site.words);
    const home = target.selector ? target : (targets.find(({ namespace }) => namespace === own) ?? targets[0]);
    return home === target ? [planConsumer(site, consumer, own)] : [];
  });
}

/** Without what comes twice, sorted as {@link formatSelector} writes them. */
export function distinctSelectors(selectors: readonly NamespaceSelector[]): NamespaceSelector[] {
  const byText = new Map(selectors.map((selector) => [formatSelector(selector), selector]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, selector]) => selector);
}

// --- internal ---

/** The bundle is in no namespace of its own, and the system's need not be among those that are selected. */
function reportNowhere(site: Site, consumer: string): void {
  site.report({
    kind: 'value',
    file: site.files.catalogue,
    field: `${consumer}.namespace`,
    expected: 'the namespace of the workload: a selector says none',
    allowed: [],
  });
}

/** In one order, whoever writes it, and without empty parts, which the API server keeps. */
function expanded(
  { matchExpressions = [], matchLabels = {} }: NamespaceSelector,
  words: Readonly<Record<string, string>>,
): NamespaceSelector {
  const expressions = matchExpressions.map((one) => sortedRequirement(one, words));
  const labels = Object.entries(matchLabels).map(([key, value]) => [key, expand(value, words)] as const);
  return {
    ...(expressions.length > 0 && { matchExpressions: expressions.sort(byText) }),
    ...(labels.length > 0 && { matchLabels: Object.fromEntries(labels.sort(byText)) }),
  };
}

function sortedRequirement(one: LabelRequirement, words: Readonly<Record<string, string>>): LabelRequirement {
  const { key, operator, values } = one;
  return values === undefined
    ? { key, operator }
    : { key, operator, values: [...new Set(values.map((value) => expand(value, words)))].sort() };
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
