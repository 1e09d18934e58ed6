import { ExternalSecret, type ExternalSecretProps } from '../../imports/external-secrets.io';
import type { KubernetesObject, Labels, PlannedBundle, PlannedEntry, PlannedSync } from '../model';
import { mergePatch } from '../model/merge-patch';
import { waveAnnotations } from './gitops/argocd';
import { newerReferenceDefaults, withDefaults } from './operator-defaults';
import { type Reading, readingOf, withoutActions } from './reading';
import type { Spelled } from './spelled';

/**
 * The ExternalSecret that reads a bundle.
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
export function externalSecretManifest(
  bundle: PlannedBundle & { readonly source: PlannedSync },
  entries: ReadonlyMap<string, PlannedEntry>,
): KubernetesObject {
  const { source } = bundle;
  const reading = readingOf(bundle, source.operatorVersion, entries);
  const props: Parameters<typeof manifestOf>[0] = {
    metadata: {
      ...waveAnnotations(source.syncWave),
      labels: bundle.labels,
      name: source.name,
      ...(bundle.namespace !== undefined && { namespace: bundle.namespace }),
    },
    spec: {
      ...(reading.data.length > 0 && { data: reading.data }),
      ...(reading.dataFrom.length > 0 && { dataFrom: reading.dataFrom }),
      refreshInterval: source.refreshInterval,
      ...(source.refreshPolicy !== 'Periodic' && { refreshPolicy: source.refreshPolicy }),
      ...(source.storeRef && { secretStoreRef: source.storeRef }),
      target: targetOf(bundle, reading),
    },
  };
  const manifest = withDefaults(manifestOf(props), newerReferenceDefaults(source.operatorVersion));
  return source.patch ? { ...manifest, spec: mergePatch(manifest.spec, source.patch) } : manifest;
}

// --- internal ---

type Target = NonNullable<NonNullable<Spelled<ExternalSecretProps>['spec']>['target']>;

function targetOf(bundle: PlannedBundle & { readonly source: PlannedSync }, reading: Reading): Target {
  const { creationPolicy, deletionPolicy } = bundle.source;
  return {
    // The imported CRDs are older than CreateOrMerge; a check compares it with the operator's version.
    creationPolicy: creationPolicy as Exclude<typeof creationPolicy, 'CreateOrMerge'>,
    deletionPolicy,
    ...(bundle.immutable && { immutable: true }),
    name: bundle.secretName,
    template: {
      ...(Object.keys(reading.templates).length > 0 && { data: reading.templates }),
      engineVersion: 'v2',
      mergePolicy: 'Replace',
      // Without it the labels of the ExternalSecret are copied to the Secret, and Argo CD takes it for its own.
      // @see https://github.com/external-secrets/external-secrets/issues/1452
      metadata: metadataOf(bundle),
      ...(reading.templateFrom.length > 0 && { templateFrom: reading.templateFrom }),
      ...(bundle.secretType !== 'Opaque' && { type: bundle.secretType }),
    },
  };
}

/** The operator takes labels and annotations for templates. */
function metadataOf({
  secretLabels,
  secretAnnotations,
}: PlannedBundle): NonNullable<NonNullable<Target['template']>['metadata']> {
  const literals = (texts: Labels): Labels =>
    Object.fromEntries(
      Object.entries(texts)
        .sort(byName)
        .map(([name, text]) => [name, withoutActions(text)]),
    );
  return {
    ...(Object.keys(secretAnnotations).length > 0 && { annotations: literals(secretAnnotations) }),
    ...(Object.keys(secretLabels).length > 0 && { labels: literals(secretLabels) }),
  };
}

const byName = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : 1);

/** The props have the names that the CRD has, so that the generated class need not copy them one by one. */
function manifestOf(props: Spelled<ExternalSecretProps> & Pick<KubernetesObject, 'metadata'>): KubernetesObject {
  return { ...ExternalSecret.GVK, ...props };
}
