import type { EngineState } from '../engine/control';
import { Kubectl } from './kubectl';
import type { VaultCluster } from './vault';

/** What a platform has before: a ServiceAccount by which Vault, outside of the cluster, has tokens reviewed. */
export async function clusterForVault(state: EngineState): Promise<VaultCluster> {
  const kubectl = new Kubectl(state);
  const list = { apiVersion: 'v1', kind: 'List', items: REVIEWER };
  await kubectl.run(['apply', '--server-side', '--filename', '-'], JSON.stringify(list));
  const authority = ['get', 'configmap', 'kube-root-ca.crt', '--output=jsonpath={.data.ca\\.crt}'];
  return {
    kubernetes_host: state.server,
    kubernetes_ca_cert: await kubectl.run([...authority, '--namespace=default']),
    token_reviewer_jwt: (await kubectl.run(['create', 'token', NAME, '--namespace=default', '--duration=24h'])).trim(),
  };
}

// --- internal ---

const NAME = 'vault-token-review';
const AUTHORIZATION = { apiVersion: 'rbac.authorization.k8s.io/v1', metadata: { name: NAME } };

/** Less than `system:auth-delegator`, which Vault's documentation gives: that may ask for what anybody may do besides. */
const REVIEWER = [
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: NAME, namespace: 'default' } },
  {
    ...AUTHORIZATION,
    kind: 'ClusterRole',
    rules: [{ apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] }],
  },
  {
    ...AUTHORIZATION,
    kind: 'ClusterRoleBinding',
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: NAME },
    subjects: [{ kind: 'ServiceAccount', name: NAME, namespace: 'default' }],
  },
];
