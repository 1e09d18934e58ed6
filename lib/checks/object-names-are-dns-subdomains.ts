import type { Plan } from '../model';
import type { PlanCheck } from './check';
import type { Places } from './place';
import { DNS_SUBDOMAIN, misnamed } from './support/name-rule';
import { writtenSecretName } from './support/secret-name';

export const objectNamesAreDnsSubdomains: PlanCheck = {
  code: 'object-names-are-dns-subdomains',
  severity: 'error',
  summary:
    'Secrets, ExternalSecrets, PushSecrets, stores, ServiceAccounts and consumers have names that Kubernetes takes.',
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
    for (const { name, serviceAccount } of bundle.consumers) {
      yield { home, name, path: () => at.bundle(bundle, 'consumers') };
      if (serviceAccount !== undefined)
        yield { home, name: serviceAccount, path: () => at.bundle(bundle, 'consumers') };
    }
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
    if (identity.kind === 'irsa') {
      yield { home, name: identity.serviceAccount, path: () => at.store(store, 'identity.serviceAccount') };
    }
    if (identity.kind === 'staticCredentials') {
      yield { home, name: identity.secretName, path: () => at.store(store, 'identity.secretName') };
    }
  }
  for (const { id, home, operator } of plan.clusters) {
    yield { home, name: operator.serviceAccount, path: () => at.cluster(id, 'operator.serviceAccount') };
  }
}
