import type { KubernetesObject, PlannedNamespace, PlannedServiceAccount } from '../model';

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/ */
export function namespaceManifest({ name, labels }: PlannedNamespace): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { labels, name } };
}

/**
 * The ServiceAccount whose token the operator exchanges for the role.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
 */
export function serviceAccountManifest({ name, namespace, roleArn, labels }: PlannedServiceAccount): KubernetesObject {
  const annotations = { 'eks.amazonaws.com/role-arn': roleArn };
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { annotations, labels, name, namespace } };
}
