import type { CertificateAuthority } from './certificate-authority';
import type { KmsKeyInput } from './entry';
import type { ProviderBackend } from './provider';

/** What keeps the values. */
export type Backend<Reference extends string = string> = EmbeddedBackend<Reference> | RemoteBackend;

/** What keeps the values outside the repository: the operator reads it. */
export type RemoteBackend =
  | SecretsManagerBackend
  | ParameterStoreBackend
  | VaultBackend
  | AzureKeyVaultBackend
  | ProviderBackend;

export type BackendKind = Backend['kind'];

/** AWS Secrets Manager. */
export interface SecretsManagerBackend extends SecretsManagerInput {
  readonly kind: 'secretsManager';
}

export interface SecretsManagerInput {
  /**
   * What an entry is called; `{system}`, `{environment}` and `{entry}` are replaced.
   * @default '{system}/{environment}/{entry}'
   */
  readonly entryName?: string;
  /** @default - the first cluster's account */
  readonly account?: string;
  /** @default - the first cluster's region */
  readonly region?: string;
  /**
   * The URL of an emulator such as LocalStack, as the cluster sees it. A store cannot say it: the operator's environment
   * must, and then every store of the cluster reads there.
   * @default - AWS
   * @see https://github.com/external-secrets/external-secrets/issues/739
   */
  readonly endpoint?: string;
  /**
   * The key that encrypts the entries which do not say.
   * @default - `aws/secretsmanager`
   */
  readonly kmsKey?: KmsKeyInput;
}

/** @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html */
export function secretsManager(input: SecretsManagerInput = {}): SecretsManagerBackend {
  return { kind: 'secretsManager', ...input };
}

/** AWS Systems Manager Parameter Store: a SecureString parameter for each entry, made by whoever seeds it. */
export interface ParameterStoreBackend extends ParameterStoreInput {
  readonly kind: 'parameterStore';
}

export interface ParameterStoreInput {
  /**
   * What an entry's parameter is called; `{system}`, `{environment}` and `{entry}` are replaced.
   * @default '/{system}/{environment}/{entry}'
   */
  readonly entryName?: string;
  /** @default - the first cluster's account */
  readonly account?: string;
  /** @default - the first cluster's region */
  readonly region?: string;
  /**
   * The URL of an emulator, as of {@link SecretsManagerInput.endpoint}.
   * @default - AWS
   */
  readonly endpoint?: string;
  /**
   * The key that encrypts the parameters which do not say.
   * @default - `aws/ssm`
   */
  readonly kmsKey?: KmsKeyInput;
}

/**
 * CloudFormation makes no SecureString, so that these entries are never managed: what reads them is granted all the same.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html
 */
export function parameterStore(input: ParameterStoreInput = {}): ParameterStoreBackend {
  return { kind: 'parameterStore', ...input };
}

/** HashiCorp Vault, a KV secrets engine. */
export interface VaultBackend extends VaultInput {
  readonly kind: 'vault';
}

export interface VaultInput {
  /** The URL of the server, as the cluster sees it. */
  readonly server: string;
  /**
   * Who signs for the server.
   * @default - one of the authorities that the operator's image knows: the public ones
   */
  readonly ca?: CertificateAuthority;
  /**
   * Where the KV secrets engine is mounted.
   * @default 'secret'
   */
  readonly mount?: string;
  /**
   * The version of the KV secrets engine.
   * @default 'v2'
   */
  readonly version?: 'v1' | 'v2';
  /** A namespace of Vault Enterprise. */
  readonly namespace?: string;
  /**
   * The path of an entry below the mount; `{system}`, `{environment}` and `{entry}` are replaced.
   * @default '{system}/{environment}/{entry}'
   */
  readonly entryName?: string;
  /**
   * The key under which Vault keeps an entry's plain value: it knows only objects.
   * @default 'value'
   */
  readonly valueKey?: string;
}

/** @see https://developer.hashicorp.com/vault/docs/secrets/kv */
export function vault(input: VaultInput): VaultBackend {
  return { kind: 'vault', ...input };
}

/** Azure Key Vault: a secret for each field, since it keeps one value each. */
export interface AzureKeyVaultBackend extends AzureKeyVaultInput {
  readonly kind: 'azureKeyVault';
}

export interface AzureKeyVaultInput {
  /** The vault's URL, `https://NAME.vault.azure.net`. */
  readonly vaultUrl: string;
  /** The Microsoft Entra tenant, a UUID. */
  readonly tenantId: string;
  /**
   * What the secret of a field is called; `{system}`, `{environment}`, `{entry}` and `{field}` are replaced. What is not
   * a letter or digit becomes `-`: Key Vault knows nothing else.
   * @default '{entry}-{field}'
   */
  readonly entryName?: string;
}

/** @see https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
export function azureKeyVault(input: AzureKeyVaultInput): AzureKeyVaultBackend {
  return { kind: 'azureKeyVault', ...input };
}

/** Values that stand in the repository: placeholders, for tier `dev` only. */
export interface EmbeddedBackend<Reference extends string = string> extends EmbeddedOptions {
  readonly kind: 'embedded';
  readonly values: EmbeddedValues;
  /** Only for the compiler: the fields that have a value. */
  readonly references?: Reference;
}

export interface EmbeddedOptions {
  /**
   * Append kustomize's hash of the content to the Secret's name, so that a changed value restarts its consumers.
   * @default true
   * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/kustomization/#generating-resources
   */
  readonly nameSuffixHash?: boolean;
  /**
   * What is written: the Secrets themselves, or a `secretGenerator` that makes them.
   * @default 'secret'
   */
  readonly as?: 'secret' | 'secretGenerator';
}

/** Values by entry and field; an entry with one plain value has the value itself. */
export type EmbeddedValues = Readonly<Record<string, EmbeddedValue | Readonly<Record<string, EmbeddedValue>>>>;
/** Text, or bytes for what is not text. */
export type EmbeddedValue = string | Uint8Array;

/**
 * Development values in the repository, the equivalent of kustomize's `secretGenerator`. Use placeholders:
 * a value that looks like a real credential is a finding.
 */
export function embedded<const Values extends EmbeddedValues>(
  input: EmbeddedOptions & { readonly values: Values },
): EmbeddedBackend<EmbeddedReference<Values>> {
  return { kind: 'embedded', ...input };
}

// --- internal ---

type EmbeddedReference<Values> = {
  [Entry in keyof Values]: Values[Entry] extends EmbeddedValue
    ? Extract<Entry, string>
    : `${Extract<Entry, string>}.${Extract<keyof Values[Entry], string>}`;
}[keyof Values];
