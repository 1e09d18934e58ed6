/** Who reads from the backend. */
export type Identity = IrsaIdentity | PodIdentity | StaticCredentials;

/** An IAM role assumed with the token of one ServiceAccount. */
export interface IrsaIdentity extends IrsaInput {
  readonly kind: 'irsa';
}

export interface IrsaInput {
  /**
   * The ServiceAccount that the store names; `{system}` and `{environment}` are replaced.
   * @default '{system}-external-secrets', for a cluster store the operator's
   */
  readonly serviceAccount?: string;
  /**
   * Where the ServiceAccount is. Only for cluster stores: a SecretStore reads with one of its own namespace.
   * @default - the operator's namespace
   */
  readonly namespace?: string;
  /**
   * Emit the ServiceAccount. False when something else makes it, such as the operator's chart.
   * @default true
   */
  readonly createServiceAccount?: boolean;
  readonly role?: RoleInput;
}

/** The IAM role that reads. Its trust and its policies are derived. */
export interface RoleInput {
  /**
   * `{system}`, `{environment}`, `{namespace}` and `{cluster}` are replaced.
   * @default '{system}-{environment}-external-secrets', with the namespace when there are several
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

/** An access key in a Secret that somebody else makes. */
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
}

/** An access key kept in a Secret: for clusters outside AWS and for emulators. */
export function staticCredentials(input: StaticCredentialsInput): StaticCredentials {
  return { kind: 'staticCredentials', ...input };
}
