import type { RemoteBackend } from './backend';
import type { Destination, Gitops } from './gitops';
import type { Identity } from './identity';
import type { PrometheusMonitoring } from './monitoring';

/** A Kubernetes cluster, and what is cluster-wide on it. */
export interface ClusterInput {
  /** The cluster's name; of an EKS cluster the one that AWS knows. */
  readonly name: string;
  /**
   * The AWS account: twelve digits.
   * @default - none: the cluster is outside AWS
   */
  readonly account?: string;
  /**
   * The AWS region, such as `us-east-1`.
   * @default - none: the cluster is outside AWS
   */
  readonly region?: string;
  /**
   * The AWS partition.
   * @default - from the region: `aws-cn` for `cn-…`, `aws-us-gov` for `us-gov-…`, else `aws`
   */
  readonly partition?: Partition;
  /**
   * The OIDC issuer, with or without `https://`: `aws eks describe-cluster --query cluster.identity.oidc.issuer`.
   * @see https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html
   */
  readonly oidcIssuer?: string;
  /** The External Secrets Operator that runs on it. */
  readonly operator?: OperatorInput;
  /**
   * What deploys to it what is committed.
   * @default - nothing: people do, with `kubectl apply -k`
   */
  readonly gitops?: Gitops;
  /**
   * What Argo CD calls it.
   * @default - the cluster that Argo CD runs on
   */
  readonly destination?: Destination;
  /** ClusterSecretStores, by name. The systems that use them are found by the plan. */
  readonly stores?: Readonly<Record<string, ClusterStoreInput>>;
  /**
   * Who tells when something does not sync: `prometheus()`.
   * @default - nobody
   */
  readonly monitoring?: PrometheusMonitoring;
}

export const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'] as const;
export type Partition = (typeof PARTITIONS)[number];

/** The External Secrets Operator of a cluster. */
export interface OperatorInput {
  /**
   * Its version: what is rendered follows it.
   * @default '2.9.0'
   */
  readonly version?: string;
  /** @default 'external-secrets' */
  readonly namespace?: string;
  /**
   * The controller's ServiceAccount, as its chart makes it.
   * @default 'external-secrets'
   */
  readonly serviceAccount?: string;
  /**
   * How it is installed: by Helm from a file of values, or by somebody else (`none`).
   * @default - the cluster's `gitops`, else `helmValues`
   */
  readonly install?: OperatorInstall;
  /**
   * How many pods each of its Deployments has. With several a leader is elected, they spread over nodes and zones, and
   * a PodDisruptionBudget keeps one while nodes are drained.
   * @default 1
   */
  readonly replicas?: number;
  /**
   * How many ExternalSecrets it reconciles at a time.
   * @default 1
   */
  readonly concurrent?: number;
  /** CPU and memory of its controller, which does the work. */
  readonly resources?: ResourcesInput;
  /**
   * NetworkPolicies for its pods. In: the webhook, and metrics where the cluster is monitored. Out: DNS, the API server
   * at 443 and 6443, and the ports that the cluster's stores are read at, with that of the EKS Pod Identity agent.
   * @default false
   */
  readonly networkPolicy?: boolean;
  /**
   * Nobody else uses it: what the plan does not need is off, and with one namespace and no cluster store its rights end
   * at that namespace, which is there before it.
   * @default false
   */
  readonly dedicated?: boolean;
  /**
   * Values of its chart, merged over those that are made here; `null` takes one away.
   * @see https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml
   */
  readonly values?: Readonly<Record<string, unknown>>;
}

/** @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/ */
export interface ResourcesInput {
  /** What is kept for each pod: `{ cpu: '50m', memory: '128Mi' }`. */
  readonly requests?: Readonly<Record<string, string>>;
  /** What each pod may use. */
  readonly limits?: Readonly<Record<string, string>>;
}

export const OPERATOR_INSTALLS = ['helmValues', 'argocd', 'flux', 'none'] as const;
export type OperatorInstall = (typeof OPERATOR_INSTALLS)[number];

/** A ClusterSecretStore: always with `conditions`, only the namespaces that consume from it. */
export interface ClusterStoreInput {
  /** @default - `irsa()` on AWS, `kubernetesAuth()` for Vault; a `provider()` says it itself */
  readonly identity?: Identity;
  /**
   * What it reads; the environments that use it say the same.
   * @default `secretsManager()`
   */
  readonly backend?: RemoteBackend;
}

/** A cluster as {@link eksCluster} returns it: its store names are literal types. */
export interface Cluster<Store extends string = string> extends ClusterInput {
  /** Only for the compiler. */
  readonly types?: { readonly stores: Store };
}

/** An EKS cluster. Systems that share one import the same constant. */
export function eksCluster<const Store extends string = never>(
  input: WithStores<Store> & { readonly account: string; readonly region: string },
): Cluster<Store> {
  return input;
}

/** A cluster outside AWS: k3d on a laptop, or the one at home. */
export function kubernetesCluster<const Store extends string = never>(
  input: Omit<WithStores<Store>, 'account' | 'region' | 'partition'>,
): Cluster<Store> {
  return input;
}

// --- internal ---

type WithStores<Store extends string> = Omit<ClusterInput, 'stores'> & {
  readonly stores?: Readonly<Record<Store, ClusterStoreInput>>;
};
