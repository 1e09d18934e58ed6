/**
 * A Secret that something in the cluster makes (a certificate, a password of an operator) and that is to be kept: the
 * operator makes the entry in Secrets Manager and writes it anew whenever the Secret has changed.
 * @see https://external-secrets.io/latest/api/pushsecret/
 */
export interface PushInput<Environment extends string = string> {
  /** What it keeps, and for whom, in a few words. */
  readonly summary?: string;
  /**
   * The entry that it makes: no stack does, where it is pushed. It is in the backend that its bundles read, or in the
   * environment's, which is Secrets Manager.
   */
  readonly entry: string;
  /**
   * The Secret's key that each field of the entry is taken from. What is an optional field may be missing there.
   * @default - every field, from the key of its name
   */
  readonly fields?: Readonly<Record<string, string>>;
  /** The Secret's key that an entry with one plain value is taken from. */
  readonly key?: string;
  /**
   * The namespace that the Secret is in; `{system}` and `{environment}` are replaced.
   * @default - the environment's or the catalogue's namespace
   */
  readonly namespace?: string;
  /**
   * The Secret's name.
   * @default - the push's name
   */
  readonly secretName?: string;
  /**
   * How often the operator looks whether the Secret has changed: a Go duration.
   * @default '1h'
   */
  readonly refreshInterval?: string;
  /**
   * What happens to the entry when the push is taken away. `Delete` schedules its deletion.
   * @default 'None'
   */
  readonly deletionPolicy?: PushDeletionPolicy;
  /**
   * The environments that push. Dev values in the repository are never pushed anywhere.
   * @default - all
   */
  readonly onlyIn?: readonly Environment[];
}

export const PUSH_DELETION_POLICIES = ['None', 'Delete'] as const;
export type PushDeletionPolicy = (typeof PUSH_DELETION_POLICIES)[number];
