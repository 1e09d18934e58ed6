import type {
  KubernetesObject,
  PlannedGenerator,
  PlannedNamespace,
  PlannedServiceAccount,
  PlannedStore,
} from '../model';
import { GENERATORS } from './reading';

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/ */
export function namespaceManifest({ name, labels }: PlannedNamespace): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { labels, name } };
}

/**
 * The ServiceAccount whose token the operator exchanges for a role.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 */
export function serviceAccountManifest(account: PlannedServiceAccount): KubernetesObject {
  const { name, namespace, annotations, labels } = account;
  const metadata = { ...(Object.keys(annotations).length > 0 && { annotations }), labels, name, namespace };
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata };
}

/** @see https://external-secrets.io/latest/api/generator/ */
export function generatorManifest({ kind, labels, name, namespace, spec }: PlannedGenerator): KubernetesObject {
  return { apiVersion: GENERATORS, kind, metadata: { labels, name, namespace }, spec };
}

/** The Secret with what an emulator takes for an access key; of any other key somebody else makes it. */
export function credentialsManifests({ identity, labels }: PlannedStore): KubernetesObject[] {
  if (identity.kind !== 'staticCredentials' || !identity.data) return [];
  const { data, secretName: name, namespace } = identity;
  return [{ apiVersion: 'v1', data, kind: 'Secret', metadata: { labels, name, namespace }, type: 'Opaque' }];
}
