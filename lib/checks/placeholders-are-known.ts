import type { Plan } from '../model';
import { selectedValues } from '../model/namespace-selector';
import type { PlanCheck } from './check';
import type { Places } from './place';
import { type ClusterSync, clusterSyncsOf } from './support/cluster-syncs';
import { kmsKeyPlaces } from './support/kms-key-places';
import { writtenSecretName } from './support/secret-name';
import { hasPlaceholder, listed, mendName, quoted } from './support/words';

export const placeholdersAreKnown: PlanCheck = {
  code: 'placeholders-are-known',
  severity: 'error',
  summary: 'Every placeholder in a name, such as `{environment}`, stands for something there.',
  *run(plan, at) {
    const seen = new Set<string>();
    for (const { name, path, known } of named(plan, at)) {
      for (const [, given = ''] of name.matchAll(/\{([^{}]*)\}/g)) {
        const place = path();
        // One layout is one mistake, of however many entries.
        if (seen.has(`${place} ${given}`)) continue;
        seen.add(`${place} ${given}`);
        const allowed = known.map((word) => `{${word}}`);
        yield {
          path: place,
          message: `${quoted(`{${given}}`)} in ${quoted(name)} stands for nothing here: ${
            known.length > 0 ? `there is ${listed(allowed)}` : 'this name has no placeholders'
          }`,
          mend: mendName(`{${given}}`, allowed, 'write the whole name'),
        };
      }
    }
  },
};

// --- internal ---

interface Named {
  readonly name: string;
  readonly known: readonly string[];
  /** Asked only for a name with a flaw. */
  path(): string;
}

const SITE = ['system', 'environment'];
const ROLE = ['system', 'environment', 'namespace', 'store', 'cluster'];
const CLUSTER = ['cluster', 'store'];

function* named(plan: Plan, at: Places): Iterable<Named> {
  for (const entry of plan.entries) {
    if (!hasPlaceholder(entry.remoteKey)) continue;
    const path = () => at.entryName(entry);
    yield { name: entry.remoteKey, known: [...SITE, 'entry'], path };
  }
  for (const bundle of plan.bundles) {
    const { namespace = '' } = bundle;
    const path = () => at.namespace(bundle, (other) => hasPlaceholder(other.namespace ?? ''));
    if (hasPlaceholder(namespace)) yield { name: namespace, known: SITE, path };
    const secret = writtenSecretName(bundle);
    yield { name: secret, known: [], path: () => at.bundleName(bundle, 'secretName', secret) };
    if (bundle.source.kind === 'sync') {
      yield { name: bundle.source.name, known: [], path: () => at.bundle(bundle, 'syncName') };
    }
    for (const { namespace } of bundle.consumers) {
      yield { name: namespace, known: SITE, path: () => at.bundle(bundle, 'consumers') };
    }
  }
  for (const clusterSync of clusterSyncsOf(plan)) yield* clusterSyncNames(clusterSync, at);
  for (const store of plan.stores) {
    const known = store.kind === 'SecretStore' ? SITE : [];
    yield { name: store.name, known, path: () => at.store(store, 'name') };
    if (store.identity.kind !== 'irsa') continue;
    const words = store.kind === 'SecretStore' ? [...SITE, 'store', 'cluster'] : CLUSTER;
    yield { name: store.identity.serviceAccount, known: words, path: () => at.store(store, 'identity.serviceAccount') };
  }
  for (const role of plan.roles) {
    const known = plan.clusters.some(({ home }) => home === role.home) ? CLUSTER : ROLE;
    yield { name: role.name, known, path: () => at.role(role, 'role.name') };
    yield { name: role.path, known: [], path: () => at.role(role, 'role.path') };
  }
  const keyPlace = kmsKeyPlaces(plan, at);
  for (const key of plan.kmsKeys) {
    yield { name: key.alias ?? '', known: SITE, path: () => `${keyPlace(key)}.alias` };
  }
}

function* clusterSyncNames({ bundle, clusterSync }: ClusterSync, at: Places): Iterable<Named> {
  yield { name: clusterSync.name, known: [], path: () => at.bundle(bundle, 'clusterSyncName') };
  for (const name of selectedValues(clusterSync.namespaceSelector)) {
    yield { name, known: SITE, path: () => at.bundle(bundle, 'namespaceSelector') };
  }
}
