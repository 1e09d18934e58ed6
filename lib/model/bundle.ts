import type { RemoteBackend } from './backend';
import type { BundlePatch } from './bundle-patch';
import type { Composed } from './compose';
import type { StoreInput } from './environment';
import type { NamespaceSelector } from './namespace-selector';
import type { RewriteInput } from './rewrite';
import type { Template, TemplateFromInput } from './template';
import type { Restart } from './workload';

/** What an application reads together: one Kubernetes Secret. */
export interface BundleInput<Environment extends string = string> {
  /** What the application does with it, in a few words. */
  readonly summary?: string;
  /**
   * The namespaces that get the Secret; `{system}` and `{environment}` are replaced.
   * @default - the catalogue's namespace
   */
  readonly namespace?: string | readonly string[];
  /**
   * What keeps the entries that it reads, where that is not its environment's backend. In an environment whose values
   * are embedded they stay so, unless the environment says it itself.
   * @default - the environment's backend
   */
  readonly backend?: RemoteBackend;
  /**
   * What it is read through, where it says a `backend`.
   * @default - a SecretStore in each namespace: called as the backend is (`vault`), or as the environment's `store` is with
   * the backend at its end (`shop-secrets-vault`)
   */
  readonly store?: StoreInput;
  /**
   * In place of `namespace`: every namespace with these labels gets the Secret, one that comes later too, and one that
   * loses them loses it. It takes a ClusterSecretStore, which is then open to these namespaces: who may write an
   * ExternalSecret in one of them can read all that the store reads. So choose one of the cluster's `stores` that nothing
   * else reads through: an environment has one store for each backend, so that such bundles are a system of their own,
   * whose environments say `store: { kind: 'ClusterSecretStore', name }`, or say that `store` beside a `backend` which is
   * not the environment's. An environment with `embedded` values has no operator that would select: its override says
   * `namespace`. A namespace that has lost the labels can be deleted only once it has them again: the operator leaves a
   * finalizer on it.
   * @see https://external-secrets.io/latest/api/clusterexternalsecret/
   * @see https://github.com/external-secrets/external-secrets/issues/6677
   */
  readonly namespaceSelector?: NamespaceSelector;
  /** Entries whose every named field becomes a key of the same name. */
  readonly all?: readonly string[];
  /** Keys of the Secret: the field each comes from, how it is read, a text composed of fields, or a Go template. */
  readonly keys?: Readonly<Record<string, string | ReadInput | Composed | Template>>;
  /** Templates that make many keys at once, which nobody need name here; or labels or annotations of the Secret. */
  readonly templateFrom?: readonly TemplateFromInput[];
  /** Labels of the Secret. */
  readonly secretLabels?: Readonly<Record<string, string>>;
  /** Annotations of the Secret. */
  readonly secretAnnotations?: Readonly<Record<string, string>>;
  /** An open bundle: everything that one entry holds, named in the catalogue or not. */
  readonly everything?: string;
  /** An open bundle: every entry of the backend that is found, its name the key. */
  readonly find?: FindInput;
  /**
   * An open bundle: what one of the catalogue's generators makes. Even with `refreshPolicy: 'CreatedOnce'` the operator
   * often makes a first value twice within a moment, when its own Secret wakes it before it sees its own status: say
   * `immutable: true` as well, and the first one stays. For another value, delete the Secret.
   * @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/pkg/controllers/externalsecret/externalsecret_controller.go#L921-L927
   */
  readonly generator?: string;
  /**
   * Of an open bundle: what becomes of its keys, one after the other.
   * @see https://external-secrets.io/latest/guides/datafrom-rewrite/
   */
  readonly rewrite?: readonly RewriteInput[];
  /**
   * The Secret's type.
   * @default 'Opaque'
   * @see https://kubernetes.io/docs/concepts/configuration/secret/#secret-types
   */
  readonly type?: string;
  /**
   * The Secret's name.
   * @default - the bundle's name
   */
  readonly secretName?: string;
  /**
   * The ExternalSecret's name.
   * @default - the bundle's name
   */
  readonly syncName?: string;
  /**
   * With `namespaceSelector`: the name of the ClusterExternalSecret, one for the whole cluster.
   * @default - `{system}-{environment}-` and the bundle's name
   */
  readonly clusterSyncName?: string;
  /**
   * How often the operator reads the backend: a Go duration such as `15m` or `1h30m`.
   * @default - the environment's refreshInterval, else `1h`
   */
  readonly refreshInterval?: string;
  /**
   * When the operator reads the backend.
   * @default 'Periodic'
   * @see https://external-secrets.io/latest/api/externalsecret/
   */
  readonly refreshPolicy?: RefreshPolicy;
  /**
   * Who owns the Secret.
   * @default 'Owner'
   */
  readonly creationPolicy?: CreationPolicy;
  /**
   * What happens to the Secret when the entry is gone from the backend.
   * @default 'Retain'
   */
  readonly deletionPolicy?: DeletionPolicy;
  /**
   * Make the Secret immutable: it is written once, and takes `refreshPolicy: 'CreatedOnce'`.
   * @default false
   * @see https://kubernetes.io/docs/concepts/configuration/secret/#secret-immutable
   */
  readonly immutable?: boolean;
  /**
   * Fields of the ExternalSecret's spec that nothing here models, merged over what is rendered: a list takes the place of
   * a list. Nothing is granted for what it reads, and what a word says is left to the word.
   * @see https://www.rfc-editor.org/rfc/rfc7386
   */
  readonly patch?: BundlePatch;
  /** The workloads that read it. */
  readonly consumers?: readonly ConsumerInput[];
  /**
   * The environments that have it.
   * @default - all
   */
  readonly onlyIn?: readonly Environment[];
}

/**
 * Entries that nobody names one by one. What is granted is all below `path`: choose it narrow.
 * @see https://external-secrets.io/latest/guides/getallsecrets/
 */
export interface FindInput {
  /**
   * How the names begin, or in which folder the entries are; `{system}` and `{environment}` are replaced.
   * @default - everything, which is for backends that keywright grants nothing in: `provider`
   */
  readonly path?: string;
  /**
   * A regular expression (Go's) that the names match.
   * @default - any name
   */
  readonly name?: string;
  /** Tags that the entries have, in place of a name. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A field that is read otherwise than as it stands now. */
export interface ReadInput<Reference extends string = string> {
  /** `entry.field`, or `entry` for an entry with one plain value. */
  readonly from: Reference;
  /**
   * Which version: of Secrets Manager a stage such as `AWSPREVIOUS`, or `uuid/` and an id; of Parameter Store a number or a
   * label; elsewhere a number or an id.
   * @default - the current one
   */
  readonly version?: string;
  /**
   * What the backend keeps is encoded, and the Secret holds what it means.
   * @see https://external-secrets.io/latest/guides/decoding-strategy/
   */
  readonly decode?: Decoding;
  /** Read the entry's tags, as JSON, in place of its value. Of AWS. */
  readonly metadata?: boolean;
}

export const DECODINGS = ['Auto', 'Base64', 'Base64URL'] as const;
export type Decoding = (typeof DECODINGS)[number];

/** What one environment says differently of a bundle. */
export type BundleOverride<Store extends string = string> = Pick<
  BundleInput,
  | 'backend'
  | 'namespace'
  | 'namespaceSelector'
  | 'secretName'
  | 'syncName'
  | 'clusterSyncName'
  | 'refreshInterval'
  | 'refreshPolicy'
  | 'creationPolicy'
  | 'deletionPolicy'
  | 'immutable'
  | 'patch'
  | 'consumers'
> & {
  /** What it is read through, where it says a `backend` here or in the catalogue. */
  readonly store?: StoreInput<Store>;
};

/** A workload that reads a bundle. */
export interface ConsumerInput<Key extends string = string> {
  readonly kind: ConsumerKind;
  readonly name: string;
  /**
   * The workload's namespace; `{system}` and `{environment}` are replaced.
   * @default - the Secret's namespace; where a `namespaceSelector` chooses that, it must be said
   */
  readonly namespace?: string;
  /** The keys it reads as environment variables: under their own names, or each by its variable's name. */
  readonly env?: readonly Key[] | Readonly<Record<string, Key>>;
  /**
   * The container that reads them.
   * @default - the one of the workload's name
   */
  readonly container?: string;
  /**
   * What restarts it when the Secret has changed.
   * @default - as the environment says; `none` for a CronJob, Job or Pod
   */
  readonly restart?: Restart;
  /** The ServiceAccount its pods run under. */
  readonly serviceAccount?: string;
}

export const CONSUMER_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod'] as const;
export type ConsumerKind = (typeof CONSUMER_KINDS)[number];

/** @see https://external-secrets.io/latest/api/externalsecret/#refresh-policies */
export const REFRESH_POLICIES = ['Periodic', 'OnChange', 'CreatedOnce'] as const;
export type RefreshPolicy = (typeof REFRESH_POLICIES)[number];

/** @see https://external-secrets.io/latest/guides/ownership-deletion-policy/ */
export const CREATION_POLICIES = ['Owner', 'Orphan', 'Merge', 'CreateOrMerge', 'None'] as const;
export type CreationPolicy = (typeof CREATION_POLICIES)[number];

/** @see https://external-secrets.io/latest/guides/ownership-deletion-policy/ */
export const DELETION_POLICIES = ['Retain', 'Delete', 'Merge'] as const;
export type DeletionPolicy = (typeof DELETION_POLICIES)[number];
