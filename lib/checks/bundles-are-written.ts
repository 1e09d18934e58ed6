import type { PlannedBundle } from '../model';
import type { OutputCheck } from './check';
import { textAt } from './support/json-at';
import { mendOfBundle, placeOfBundle } from './support/output-places';
import { syncSpecOf } from './support/read-manifests';
import { whereOf } from './support/where';
import { quoted } from './support/words';

export const bundlesAreWritten: OutputCheck = {
  code: 'bundles-are-written',
  severity: 'error',
  summary: 'For every bundle there is the ExternalSecret or the Secret that makes it: no object is lost.',
  *run({ objects }, plan, at) {
    const made = new Set<string>();
    for (const { home, kind, namespace, name, object } of objects) {
      const secret = kind === 'Secret' ? name : textAt(syncSpecOf(object), 'target', 'name');
      if (secret !== undefined) made.add(`${home} ${kind} ${namespace}/${name} ${secret}`);
    }
    for (const bundle of plan.bundles) {
      if (isGenerated(bundle) || made.has(wanted(bundle))) continue;
      yield {
        path: placeOfBundle(bundle, at),
        message: `nothing in kubernetes/${bundle.home} makes the Secret ${quoted(`${whereOf(bundle)}/${bundle.secretName}`)}`,
        mend: mendOfBundle(bundle),
      };
    }
  },
};

// --- internal ---

/** kustomize makes it: there is no object. */
const isGenerated = ({ source }: PlannedBundle): boolean =>
  source.kind === 'embedded' && source.as === 'secretGenerator';

function wanted({ home, namespace, secretName, source }: PlannedBundle): string {
  if (source.kind === 'sync' && source.clusterSync) {
    return `${home} ClusterExternalSecret ${namespace}/${source.clusterSync.name} ${secretName}`;
  }
  if (source.kind === 'sync') return `${home} ExternalSecret ${namespace}/${source.name} ${secretName}`;
  return `${home} Secret ${namespace}/${secretName} ${secretName}`;
}
