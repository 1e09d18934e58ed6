/** One value in an entry. A value has one home: two bundles that need it refer to the same field. */
export interface FieldInput<Environment extends string = string> {
  /** What the value is for, in a few words. Never the value. */
  readonly summary?: string;
  /**
   * The application runs without it: a missing value is absent from the Secret and the sync stays ready.
   * @default - required: without the value the sync is not ready and the Secret keeps its last good content
   */
  readonly optional?: boolean;
  /**
   * The environments that cannot run without it; optional in the others.
   * @default - decided by `optional`
   */
  readonly requiredIn?: readonly Environment[];
  /**
   * How `keywright seed` makes the value when it is missing.
   * @default - asked for
   */
  readonly generate?: GenerateInput;
  /**
   * What the value looks like; checked before it is written, and on dev values.
   * @default 'text'
   */
  readonly shape?: Shape | ShapeInput;
}

/** A random value, made where it is stored. */
export interface GenerateInput {
  /** Characters, 1 to 4096. */
  readonly length: number;
  /**
   * The characters to draw from.
   * @default - letters and digits
   */
  readonly alphabet?: string;
}

/** `text` is anything; the others are checked by parsing. */
export type Shape = 'text' | 'url' | 'pem' | 'json' | 'base64';

/** A shape with more to say. */
export interface ShapeInput {
  /** @default 'text' */
  readonly format?: Shape;
  /** A regular expression the whole value matches. */
  readonly pattern?: string;
  /** Characters at least. */
  readonly minimumLength?: number;
}
