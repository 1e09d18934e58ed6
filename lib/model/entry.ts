import type { FieldInput } from './field';

/**
 * Where the backend keeps something: one Secrets Manager secret, a JSON object with fields or one plain value.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
 */
export interface EntryInput<Environment extends string = string, Fields = Record<string, unknown>> {
  /** What it holds, in a few words; becomes the entry's description in AWS. */
  readonly summary?: string;
  /** Who answers for it: a team or an address; becomes the tag `owner`. */
  readonly owner?: string;
  /** The fields of its JSON object. Either `fields` or `value`. */
  readonly fields?: { readonly [Field in keyof Fields]: FieldInput<Environment> };
  /** One plain string instead of a JSON object. It cannot be optional: a whole entry that is missing fails its sync. */
  readonly value?: Omit<FieldInput<Environment>, 'optional' | 'requiredIn'>;
  /**
   * Of an entry with `value`: it has a bundle of its own, called as the entry, with this one key.
   * @default - bundles name it, or none does
   */
  readonly secretKey?: string;
  /**
   * Somebody else made it: we read it and never create it.
   * @default false - managed: the entries stack creates and retains it
   */
  readonly existing?: boolean;
  /**
   * Its name in the backend; `{system}`, `{environment}` and `{entry}` are replaced.
   * @default - the backend's layout
   */
  readonly name?: string;
  /** Tags on the AWS resource, beside the planned ones. */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * The customer-managed key that encrypts it.
   * @default - the backend's key, else `aws/secretsmanager`
   */
  readonly kmsKey?: KmsKeyInput;
  /** The day its value stops working, `YYYY-MM-DD`. */
  readonly expires?: string;
  /** The id it had before: renames the entry in the catalogue, and keeps its construct id and name in AWS. */
  readonly formerly?: string;
  /**
   * The environments that have it.
   * @default - all
   */
  readonly onlyIn?: readonly Environment[];
}

/** What one environment says differently of an entry. */
export interface EntryOverride<Field extends string = string> {
  /**
   * Optional fields that this environment does not have, nor the keys that read them. Where each value is a secret of its
   * own, the operator cannot leave a missing one out.
   */
  readonly without?: readonly Field[];
  /** Read an entry that somebody else made. */
  readonly existing?: boolean;
  /** Its name in this environment. */
  readonly name?: string;
  /** The full ARN of an existing entry, random suffix included. */
  readonly arn?: string;
  readonly kmsKey?: KmsKeyInput;
  readonly expires?: string;
}

/**
 * A customer-managed KMS key: one known by ARN, one known by alias, or one made in the entries stack.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
 */
export type KmsKeyInput =
  | { readonly arn: string }
  | { readonly alias: string }
  | {
      readonly create: true;
      /**
       * `alias/…`; `{system}` and `{environment}` are replaced.
       * @default 'alias/{system}-{environment}'
       */
      readonly alias?: string;
    };
