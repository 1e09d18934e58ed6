import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://external-secrets.io/latest/api/secretstore/ */
export const storesReadWithCredentialsOfTheirNamespace: PlanCheck = {
  code: 'stores-read-with-credentials-of-their-namespace',
  severity: 'error',
  summary: 'A SecretStore reads with a ServiceAccount or Secret of its own namespace: the operator refuses another.',
  catches: 'k8s-myhome: the SecretStore is in `default` and its ServiceAccount in another namespace',
  *run(plan, at) {
    for (const store of plan.stores) {
      const { kind, namespace, identity } = store;
      if (kind !== 'SecretStore' || identity.kind === 'podIdentity' || identity.kind === 'none') continue;
      if (identity.namespace === namespace) continue;
      const what =
        identity.kind === 'staticCredentials'
          ? `Secret ${quoted(identity.secretName)}`
          : `ServiceAccount ${quoted(identity.serviceAccount)}`;
      yield {
        path: at.store(store, 'identity.namespace'),
        message: `the SecretStore is in ${quoted(namespace ?? '')} and its ${what} in ${quoted(identity.namespace)}`,
        mend: 'leave the `namespace` out, or use a ClusterSecretStore',
      };
    }
  },
};
