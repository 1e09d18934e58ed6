import { type BundleInput, irsa, type NamespaceSelector } from '../lib/model';
import type { Sample } from './sample';

export const SELECTOR: NamespaceSelector = { matchLabels: { 'example.com/shop': 'true' } };

/** A system whose one bundle goes to selected namespaces, through a store of its cluster; what it says differently. */
export function selected(said: Partial<BundleInput> = {}): Sample {
  return {
    bundles: { app: { all: ['app'], namespaceSelector: SELECTOR, ...said } },
    cluster: { stores: { shared: { identity: irsa({ serviceAccount: 'reader' }) } } },
    environment: { store: { kind: 'ClusterSecretStore', name: 'shared' } },
  };
}
