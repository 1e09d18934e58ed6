import type { PlannedCluster, PlannedIdentity, TrustStatement } from '../model';
import { clusterArn, oidcProviderArn, type Place, tokenSubject } from './names';

/** Who may assume a store's role: exactly its ServiceAccount, a statement for each cluster. */
export function trustOf(
  identity: PlannedIdentity,
  owner: { readonly place: Place; readonly clusters: readonly PlannedCluster[] },
): TrustStatement[] {
  switch (identity.kind) {
    case 'irsa':
      return owner.clusters.flatMap((cluster) => irsaTrust(identity, cluster, owner.place));
    case 'podIdentity':
      return [podIdentityTrust(identity, owner)];
    case 'staticCredentials':
    case 'none':
    case 'kubernetesAuth':
    case 'workloadIdentity':
      return [];
  }
}

// --- internal ---

interface ServiceAccount {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
function irsaTrust(
  { namespace, serviceAccount }: ServiceAccount,
  cluster: PlannedCluster,
  place: Place,
): TrustStatement[] {
  const issuer = cluster.oidcIssuer;
  if (issuer === undefined) return [];
  return [
    {
      Sid: `From${alphanumeric(cluster.id)}`,
      Effect: 'Allow',
      Principal: { Federated: oidcProviderArn(place, issuer) },
      Action: ['sts:AssumeRoleWithWebIdentity'],
      Condition: {
        StringEquals: {
          [`${issuer}:aud`]: 'sts.amazonaws.com',
          [`${issuer}:sub`]: tokenSubject(namespace, serviceAccount),
        },
      },
    },
  ];
}

/** EKS tags the session with the pod's cluster, namespace and ServiceAccount: the trust asks for ours. @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html */
function podIdentityTrust(
  { namespace, serviceAccount }: ServiceAccount,
  { place, clusters }: { readonly place: Place; readonly clusters: readonly PlannedCluster[] },
): TrustStatement {
  return {
    Sid: 'FromPodIdentity',
    Effect: 'Allow',
    Principal: { Service: 'pods.eks.amazonaws.com' },
    Action: ['sts:AssumeRole', 'sts:TagSession'],
    Condition: {
      StringEquals: {
        'aws:RequestTag/eks-cluster-arn': clusters.map((cluster) => clusterArn({ ...place, ...cluster }, cluster.id)),
        'aws:RequestTag/kubernetes-namespace': namespace,
        'aws:RequestTag/kubernetes-service-account': serviceAccount,
      },
    },
  };
}

/** A Sid holds letters and digits only. */
const alphanumeric = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
