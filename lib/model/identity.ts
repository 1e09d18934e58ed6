/** Who reads from the backend. */
export type Identity = IrsaIdentity | PodIdentity | StaticCredentials | KubernetesAuth | WorkloadIdentity;

/** An IAM role assumed with the token of one ServiceAccount. */
export interface IrsaIdentity extends IrsaInput {
  readonly kind: 'irsa';
}

export interface IrsaInput {
  /**
   * The ServiceAccount that the store names; `{system}`, `{environment}` and `{store}` are replaced.
   * @default '{system}-external-secrets', for a bundle's own store '{system}-{store}-external-secrets', for a cluster
   * store the operator's
   */
  readonly serviceAccount?: string;
  /**
   * Where the ServiceAccount is. Only for cluster stores: a SecretStore reads with one of its own namespace.
   * @default - the operator's namespace
   */
  readonly namespace?: string;
  /**
   * Emit the ServiceAccount. False when something else makes it.
   * @default true, but for the operator's own, which its chart makes: its annotations are in `helm-values.yaml`
   */
  readonly createServiceAccount?: boolean;
  readonly role?: RoleInput;
}

/** The IAM role that reads. Its trust and its policies are derived. */
export interface RoleInput {
  /**
   * `{system}`, `{environment}`, `{namespace}`, `{store}` and `{cluster}` are replaced.
   * @default '{system}-{environment}-external-secrets', with the namespace when there are several, and with the store
   * when it is a bundle's own
   */
  readonly name?: string;
  /** @default '/' */
  readonly path?: string;
  /** The ARN of a permissions boundary. */
  readonly permissionsBoundary?: string;
}

/**
 * IAM roles for service accounts.
 * @see https://external-secrets.io/latest/provider/aws-access/
 */
export function irsa(input: IrsaInput = {}): IrsaIdentity {
  return { kind: 'irsa', ...input };
}

/** The operator's own role through EKS Pod Identity: the store has no `auth`. */
export interface PodIdentity {
  readonly kind: 'podIdentity';
  readonly role?: RoleInput;
}

/**
 * EKS Pod Identity. ESO supports it as the controller's identity only, so one role serves every store that uses it.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
 */
export function podIdentity(input: Omit<PodIdentity, 'kind'> = {}): PodIdentity {
  return { kind: 'podIdentity', ...input };
}

/** An access key in a Secret. */
export interface StaticCredentials extends StaticCredentialsInput {
  readonly kind: 'staticCredentials';
}

export interface StaticCredentialsInput {
  /** The Secret's name. */
  readonly secretName: string;
  /** @default - the store's namespace; for a cluster store the operator's */
  readonly namespace?: string;
  /** @default 'access-key-id' */
  readonly accessKeyIdKey?: string;
  /** @default 'secret-access-key' */
  readonly secretAccessKeyKey?: string;
  /**
   * What an emulator takes for an access key, in tier `dev`: the Secret is then made here.
   * @default - somebody else makes the Secret
   */
  readonly placeholders?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** An access key kept in a Secret: for clusters outside AWS and for emulators. */
export function staticCredentials(input: StaticCredentialsInput): StaticCredentials {
  return { kind: 'staticCredentials', ...input };
}

/** A role of Vault's Kubernetes auth method, bound to one ServiceAccount. */
export interface KubernetesAuth extends KubernetesAuthInput {
  readonly kind: 'kubernetesAuth';
}

export interface KubernetesAuthInput {
  /**
   * The ServiceAccount that the store names; `{system}`, `{environment}` and `{store}` are replaced.
   * @default '{system}-external-secrets', for a bundle's own store '{system}-{store}-external-secrets', for a cluster
   * store the operator's
   */
  readonly serviceAccount?: string;
  /**
   * Where the ServiceAccount is. Only for cluster stores: a SecretStore reads with one of its own namespace.
   * @default - the operator's namespace
   */
  readonly namespace?: string;
  /**
   * Emit the ServiceAccount. False when something else makes it.
   * @default true, but for the operator's own, which its chart makes
   */
  readonly createServiceAccount?: boolean;
  /**
   * Where the auth method is mounted, without `auth/`.
   * @default 'kubernetes'
   */
  readonly mount?: string;
  /**
   * The audience of the tokens that Vault takes: the role's and the store's.
   * @default 'vault'
   */
  readonly audience?: string;
  /** The role in Vault. Its policy is derived. */
  readonly role?: VaultRoleInput;
}

export interface VaultRoleInput {
  /**
   * `{system}`, `{environment}`, `{namespace}`, `{store}` and `{cluster}` are replaced.
   * @default '{system}-{environment}-external-secrets', with the namespace when there are several, and with the store
   * when it is a bundle's own
   */
  readonly name?: string;
  /**
   * Its policy's name.
   * @default - the role's name
   */
  readonly policy?: string;
}

/**
 * Vault's Kubernetes auth method.
 * @see https://developer.hashicorp.com/vault/docs/auth/kubernetes
 */
export function kubernetesAuth(input: KubernetesAuthInput = {}): KubernetesAuth {
  return { kind: 'kubernetesAuth', ...input };
}

/** A managed identity of Azure that trusts one ServiceAccount. */
export interface WorkloadIdentity extends WorkloadIdentityInput {
  readonly kind: 'workloadIdentity';
}

export interface WorkloadIdentityInput {
  /** The client id of the managed identity, a UUID: the output `clientId` of its Bicep file's first deployment. */
  readonly clientId: string;
  /**
   * The ServiceAccount that the store names; `{system}`, `{environment}` and `{store}` are replaced.
   * @default '{system}-external-secrets', for a bundle's own store '{system}-{store}-external-secrets', for a cluster
   * store the operator's
   */
  readonly serviceAccount?: string;
  /**
   * Where the ServiceAccount is. Only for cluster stores: a SecretStore reads with one of its own namespace.
   * @default - the operator's namespace
   */
  readonly namespace?: string;
  /**
   * Emit the ServiceAccount. False when something else makes it.
   * @default true, but for the operator's own, which its chart makes: its annotations are in `helm-values.yaml`
   */
  readonly createServiceAccount?: boolean;
  /**
   * The managed identity's name; `{system}`, `{environment}`, `{namespace}`, `{store}` and `{cluster}` are replaced.
   * @default '{system}-{environment}-external-secrets', with the namespace when there are several, and with the store
   * when it is a bundle's own
   */
  readonly managedIdentity?: string;
}

/**
 * Microsoft Entra Workload ID.
 * @see https://azure.github.io/azure-workload-identity/docs/
 */
export function workloadIdentity(input: WorkloadIdentityInput): WorkloadIdentity {
  return { kind: 'workloadIdentity', ...input };
}
