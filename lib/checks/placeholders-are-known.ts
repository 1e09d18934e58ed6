import type { Plan, PlannedRole } from '../model';
import { selectedValues } from '../model/namespace-selector';
import type { PlanCheck } from './check';
import type { Places } from './place';
import { type ClusterSync, clusterSyncsOf } from './support/cluster-syncs';
import { lazily } from './support/grouped';
import { kmsKeyPlaces } from './support/kms-key-places';
import { writtenSecretName } from './support/secret-name';
import { hasPlaceholder, listed, mendName, quoted } from './support/words';

export const placeholdersAreKnown: PlanCheck = {
  code: 'placeholders-are-known',
  severity: 'error',
  summary: 'Every placeholder in a name, such as `{environment}`, stands for something there.',
  *run(plan, at) {
    const seen = new Set<string>();
    for (const { name, path, known, parts = [] } of named(plan, at)) {
      for (const [, given = ''] of withoutParts(name, parts).matchAll(/\{([^{}]*)\}/g)) {
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
  /** Names that may stand in it, and have findings of their own. */
  readonly parts?: readonly string[];
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
  for (const { home, push, namespace, secretName } of plan.pushes) {
    yield { name: namespace, known: SITE, path: () => at.catalogue(home, `pushes.${push}.namespace`) };
    yield { name: secretName, known: [], path: () => at.catalogue(home, `pushes.${push}.secretName`) };
  }
  for (const store of plan.stores) {
    const known = store.kind === 'SecretStore' ? SITE : [];
    yield { name: store.name, known, path: () => at.store(store, 'name') };
    const { identity } = store;
    if (!('serviceAccount' in identity) || identity.kind === 'podIdentity') continue;
    const words = store.kind === 'SecretStore' ? [...SITE, 'store', 'cluster'] : CLUSTER;
    const path = () => at.store(store, 'identity.serviceAccount');
    yield { name: identity.serviceAccount, known: words, parts: [store.name], path };
  }
  yield* roleNames(plan, at);
  const keyPlace = kmsKeyPlaces(plan, at);
  for (const key of plan.kmsKeys) {
    yield { name: key.alias ?? '', known: SITE, path: () => `${keyPlace(key)}.alias` };
  }
}

/** What the readers are called, on AWS, in Vault and on Azure. */
function* roleNames(plan: Plan, at: Places): Iterable<Named> {
  const stores = lazily(() => new Map(plan.stores.map((store) => [store.id, store])));
  const clusters = new Set(plan.clusters.map(({ home }) => home));
  const named = (name: string, role: Pick<PlannedRole, 'home' | 'stores'>, field: string): Named[] => {
    if (!hasPlaceholder(name)) return [];
    const parts = role.stores.flatMap((id) => [stores().get(id)?.name ?? '', stores().get(id)?.namespace ?? '']);
    return [{ name, known: clusters.has(role.home) ? CLUSTER : ROLE, parts, path: () => at.role(role, field) }];
  };
  for (const role of plan.roles) {
    yield* named(role.name, role, 'role.name');
    yield { name: role.path, known: [], path: () => at.role(role, 'role.path') };
  }
  for (const { id, home, name, policy } of plan.vaultRoles) {
    const role = { home, stores: [id] };
    yield* named(name, role, 'role.name');
    if (policy !== name) yield* named(policy, role, 'role.policy');
  }
  for (const { id, home, name } of plan.azureIdentities) yield* named(name, { home, stores: [id] }, 'managedIdentity');
}

const withoutParts = (name: string, parts: readonly string[]): string =>
  parts.filter(hasPlaceholder).reduce((rest, part) => rest.replaceAll(part, ''), name);

function* clusterSyncNames({ bundle, clusterSync }: ClusterSync, at: Places): Iterable<Named> {
  yield { name: clusterSync.name, known: [], path: () => at.bundle(bundle, 'clusterSyncName') };
  for (const name of selectedValues(clusterSync.namespaceSelector)) {
    yield { name, known: SITE, path: () => at.bundle(bundle, 'namespaceSelector') };
  }
}
