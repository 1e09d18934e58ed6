import type { PlanCheck } from './check';
import { certificateAuthorities } from './support/certificate-authorities';
import { quoted } from './support/words';

/** @see https://external-secrets.io/latest/api/spec/#external-secrets.io/v1.CAProvider */
export const certificateAuthoritiesAreWhereTheirStoreLooks: PlanCheck = {
  code: 'certificate-authorities-are-where-their-store-looks',
  severity: 'error',
  summary:
    'The Secret or ConfigMap with the certificates that a store is to trust is in the namespace of a SecretStore, and in one that a ClusterSecretStore names.',
  *run(plan, at) {
    for (const { kind, provider, path } of certificateAuthorities(plan, at)) {
      if (!provider.caProvider) continue;
      const { namespace, type, name } = provider.caProvider;
      if ((kind === 'ClusterSecretStore') === (namespace !== undefined)) continue;
      yield {
        path: path('ca.namespace'),
        message:
          namespace === undefined
            ? `a ClusterSecretStore is in no namespace: nobody says where its ${type} ${quoted(name)} is`
            : `a SecretStore looks for its ${type} ${quoted(name)} in its own namespace, not in ${quoted(namespace)}`,
        mend:
          namespace === undefined ? 'write its `namespace`' : 'leave the `namespace` out, or use a ClusterSecretStore',
      };
    }
  },
};
