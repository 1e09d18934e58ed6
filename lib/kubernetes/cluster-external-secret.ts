import { ClusterExternalSecret, type ClusterExternalSecretProps } from '../../imports/external-secrets.io';
import type { KubernetesObject, PlannedBundle, PlannedClusterSync, PlannedSync } from '../model';
import { waveAnnotations } from './gitops/argocd';
import type { Spelled } from './spelled';

/**
 * What makes an ExternalSecret, of which only the spec counts here, in every namespace that is selected.
 * @see https://external-secrets.io/latest/api/clusterexternalsecret/
 */
export function clusterExternalSecretManifest(
  { labels, source }: PlannedBundle & { readonly source: PlannedSync },
  { name, namespaceSelector, refreshTime }: PlannedClusterSync,
  { spec }: KubernetesObject,
): KubernetesObject {
  const own: Spec = {
    externalSecretMetadata: { labels },
    externalSecretName: source.name,
    externalSecretSpec: spec,
    namespaceSelectors: [namespaceSelector],
    refreshTime,
  };
  return { ...ClusterExternalSecret.GVK, metadata: { ...waveAnnotations(source.syncWave), labels, name }, spec: own };
}

// --- internal ---

/** The generated one does not know what newer operators add to the spec of an ExternalSecret. */
type Spec = Omit<NonNullable<Spelled<ClusterExternalSecretProps>['spec']>, 'externalSecretSpec'> & {
  readonly externalSecretSpec: unknown;
};
