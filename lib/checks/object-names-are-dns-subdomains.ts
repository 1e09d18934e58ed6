import type { Plan, PlannedBundle } from '../model';
import type { PlanCheck } from './check';
import type { Places } from './place';
import { certificateAuthorities } from './support/certificate-authorities';
import { clusterSyncsOf } from './support/cluster-syncs';
import { DNS_SUBDOMAIN, misnamed } from './support/name-rule';
import { writtenSecretName } from './support/secret-name';

export const objectNamesAreDnsSubdomains: PlanCheck = {
  code: 'object-names-are-dns-subdomains',
  severity: 'error',
  summary:
    'Secrets, ExternalSecrets, PushSecrets, stores, ServiceAccounts, consumers and alerts have names that Kubernetes takes.',
  *run(plan, at) {
    for (const { home, name, path } of objectNames(plan, at)) {
      const flaw = misnamed(DNS_SUBDOMAIN, name);
      if (flaw && !at.isFollowing(home, name)) yield { path: path(), ...flaw };
    }
  },
};

// --- internal ---

interface Named {
  readonly home: string;
  readonly name: string;
  path(): string;
}

function* objectNames(plan: Plan, at: Places): Iterable<Named> {
  for (const bundle of plan.bundles) {
    const { home } = bundle;
    const secret = writtenSecretName(bundle);
    yield { home, name: secret, path: () => at.bundleName(bundle, 'secretName', secret) };
    if (bundle.source.kind === 'sync' && bundle.source.name !== bundle.secretName) {
      yield { home, name: bundle.source.name, path: () => at.bundle(bundle, 'syncName') };
    }
    for (const { template, place } of templatesOf(bundle)) {
      if (typeof template !== 'object') continue;
      const name = 'configMap' in template ? template.configMap : template.secret;
      yield { home, name, path: () => at.catalogue(home, `bundles.${bundle.bundle}.${place}`) };
    }
    for (const { name, serviceAccount } of bundle.consumers) {
      yield { home, name, path: () => at.bundle(bundle, 'consumers') };
      if (serviceAccount !== undefined)
        yield { home, name: serviceAccount, path: () => at.bundle(bundle, 'consumers') };
    }
  }
  for (const { bundle, clusterSync } of clusterSyncsOf(plan)) {
    yield { home: bundle.home, name: clusterSync.name, path: () => at.bundle(bundle, 'clusterSyncName') };
  }
  for (const { home, push, secretName } of plan.pushes) {
    const field = `pushes.${push}`;
    yield { home, name: push, path: () => at.catalogue(home, field) };
    if (secretName === push) continue;
    yield { home, name: secretName, path: () => at.catalogue(home, `${field}.secretName`) };
  }
  for (const store of plan.stores) {
    const { home, identity } = store;
    yield { home, name: store.name, path: () => at.store(store, 'name') };
    // That of the operator itself is a name of its cluster.
    if ('serviceAccount' in identity && identity.kind !== 'podIdentity') {
      yield { home, name: identity.serviceAccount, path: () => at.store(store, 'identity.serviceAccount') };
    }
    if (identity.kind === 'staticCredentials') {
      yield { home, name: identity.secretName, path: () => at.store(store, 'identity.secretName') };
    }
  }
  for (const { home, provider, path } of certificateAuthorities(plan, at)) {
    if (provider.caProvider) yield { home, name: provider.caProvider.name, path: () => path('ca.name') };
  }
  for (const { id, home, operator, monitoring } of plan.clusters) {
    yield { home, name: operator.serviceAccount, path: () => at.cluster(id, 'operator.serviceAccount') };
    if (monitoring) yield { home, name: monitoring.name, path: () => at.cluster(id, 'monitoring.name') };
  }
}

const templatesOf = ({ keys, templateFrom }: PlannedBundle) => [
  ...keys.map(({ name, template }) => ({ template, place: `keys.${name}` })),
  ...templateFrom.map(({ template }, index) => ({ template, place: `templateFrom.${index}.template` })),
];
