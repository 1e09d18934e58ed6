import { createHash } from 'node:crypto';
import type { Labels, Partition } from '../model';

/*
 * Every name, ARN, label and tag is made here and nowhere else. Renderers copy.
 */

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const ROLE_NAME_LIMIT = 64;
export const POLICY_NAME_LIMIT = 128;
/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-using-console-create-stack-parameters.html */
export const STACK_NAME_LIMIT = 128;
/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
export const DNS_SUBDOMAIN_LIMIT = 253;
/**
 * The operator puts a finalizer `ces-…` on every namespace, whose name has at most 63 characters.
 * @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/pkg/controllers/clusterexternalsecret/clusterexternalsecret_controller.go
 */
export const CLUSTER_SYNC_NAME_LIMIT = 59;
export const DNS_LABEL_LIMIT = 63;

export const DEFAULT_OPERATOR = { version: '2.9.0', namespace: 'external-secrets', serviceAccount: 'external-secrets' };
/** What its Helm release is called: as the chart is, whose objects then have this name. */
export const OPERATOR_RELEASE = 'external-secrets';
/** The Deployments of the chart, and the names of their pods' NetworkPolicies. */
export const CHART_PODS = {
  controller: OPERATOR_RELEASE,
  webhook: `${OPERATOR_RELEASE}-webhook`,
  certController: `${OPERATOR_RELEASE}-cert-controller`,
} as const;
/** The labels by which the chart selects the pods of a Deployment. */
export const podLabels = (deployment: string): Labels => ({
  'app.kubernetes.io/instance': OPERATOR_RELEASE,
  'app.kubernetes.io/name': deployment,
});
export const DEFAULT_STORE_NAMES = {
  secretsManager: 'aws-secrets-manager',
  parameterStore: 'aws-parameter-store',
  vault: 'vault',
  azureKeyVault: 'azure-key-vault',
  provider: 'provider',
} as const;
export const DEFAULT_ENTRY_NAME = '{system}/{environment}/{entry}';
export const DEFAULT_PARAMETER_NAME = '/{system}/{environment}/{entry}';
export const DEFAULT_FIELD_NAME = '{entry}-{field}';
export const DEFAULT_KEY_ALIAS = 'alias/{system}-{environment}';
export const DEFAULT_SERVICE_ACCOUNT = '{system}-external-secrets';
/** Of what reads a further backend: a ServiceAccount stands for one role. */
export const DEFAULT_FURTHER_SERVICE_ACCOUNT = '{system}-{store}-external-secrets';
/** What the store, ServiceAccount and role that write have behind the names of those that read. */
export const WRITER_SUFFIX = '-push';

/** A template with its placeholders replaced; one that nobody knows stays and is found by a check. */
export function expand(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([^{}]*)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
}

/** A derived name within its limit: what is too long ends in eight hexadecimal digits of its own hash. */
export function withinLimit(name: string, limit: number): string {
  if (name.length <= limit) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, limit - digest.length - 1).replace(/[-.]+$/, '')}-${digest}`;
}

/**
 * A name as Key Vault takes it: letters, digits and hyphens. A placeholder that nobody knows stays and is found by a check.
 * @see https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#object-identifiers
 */
export const keyVaultName = (name: string): string => name.replace(/[^A-Za-z0-9{}]+/g, '-');

/** The ClusterExternalSecret of a bundle: other systems and environments may be on the cluster. */
export const clusterSyncName = (system: string, environment: string, bundle: string): string =>
  withinLimit(`${system}-${environment}-${bundle}`, CLUSTER_SYNC_NAME_LIMIT);

/** The home of an environment. */
export const environmentHome = (system: string, environment: string): string => `${system}/${environment}`;

/** The home of what a cluster owns. No system can be called that: `_` is in no DNS label. */
export const clusterHome = (cluster: string): string => `_clusters/${cluster}`;

/** The home of what deploys by itself. */
export const gitopsHome = (id: string): string => `_gitops/${id}`;

/** What Argo CD calls the cluster that it runs on. */
export const IN_CLUSTER = { server: 'https://kubernetes.default.svc' };

/** The name of an Application or a Kustomization, which becomes a label's value. EKS has names with capitals and `_`. */
export const deploymentName = (...parts: readonly string[]): string =>
  withinLimit(parts.join('-').toLowerCase().replaceAll('_', '-').replace(/-+$/, ''), DNS_LABEL_LIMIT);

/** The partition that a region is in. */
export function partitionOf(region: string): Partition {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

export interface Place {
  readonly partition: Partition;
  readonly region: string;
  readonly account: string;
}

/**
 * The ARN of a secret as a policy names it before the secret exists: Secrets Manager appends a hyphen and six random
 * characters, and `?` stands for exactly one.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
 */
export const secretArn = (at: Place, name: string): string =>
  `arn:${at.partition}:secretsmanager:${at.region}:${at.account}:secret:${name}-??????`;

/**
 * The ARN of a parameter: its first slash is the one after `parameter`.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
 */
export const parameterArn = (at: Place, name: string): string =>
  `arn:${at.partition}:ssm:${at.region}:${at.account}:parameter/${name.replace(/^\//, '')}`;

/** The ARN of all secrets whose names begin so. */
export const secretsBelow = (at: Place, path: string): string =>
  `arn:${at.partition}:secretsmanager:${at.region}:${at.account}:secret:${path}*`;

/** Every key of the account and region; a condition names the alias. */
export const anyKeyArn = (at: Place): string => `arn:${at.partition}:kms:${at.region}:${at.account}:key/*`;

export const roleArn = (at: Omit<Place, 'region'>, path: string, name: string): string =>
  `arn:${at.partition}:iam::${at.account}:role${path}${name}`;

export const policyArn = (at: Omit<Place, 'region'>, path: string, name: string): string =>
  `arn:${at.partition}:iam::${at.account}:policy${path}${name}`;

export const oidcProviderArn = (at: Omit<Place, 'region'>, issuer: string): string =>
  `arn:${at.partition}:iam::${at.account}:oidc-provider/${issuer}`;

export const clusterArn = (at: Place, cluster: string): string =>
  `arn:${at.partition}:eks:${at.region}:${at.account}:cluster/${cluster}`;

/** The subject of a ServiceAccount's token. */
export const tokenSubject = (namespace: string, serviceAccount: string): string =>
  `system:serviceaccount:${namespace}:${serviceAccount}`;

/** The DNS suffix of AWS services, for `kms:ViaService`. */
export const serviceSuffix = (partition: Partition): string =>
  partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';

/** An issuer as IAM writes it. */
export const issuerName = (issuer: string): string => issuer.replace(/^https:\/\//, '').replace(/\/+$/, '');

/**
 * Labels and tags. Not `app.kubernetes.io/instance`: Argo CD tracks with it.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/
 */
export const MANAGED_BY: Labels = { 'app.kubernetes.io/managed-by': 'keywright' };

export const systemLabels = (system: string, environment: string): Labels => ({
  ...MANAGED_BY,
  'app.kubernetes.io/part-of': system,
  environment,
});

/**
 * On a workload: the Secrets whose change replaces its pods, separated by commas.
 * @see https://docs.stakater.com/reloader/1.4/reference/annotations.html
 */
export const RELOADER_SECRETS = 'secret.reloader.stakater.com/reload';

/** In the order in which objects have their fields. */
export const sortedLabels = (labels: Labels): Labels =>
  Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
