/**
 * What becomes of the names of an open bundle's keys, or of its keys.
 * @see https://external-secrets.io/latest/guides/datafrom-rewrite/
 */
export type RewriteInput = RenameInput | TransformInput | { readonly merge: MergeInput };

/** Every name in which `source`, a regular expression (Go's), matches gets `target` in its place: `$1` is its first group. */
export interface RenameInput {
  readonly source: string;
  readonly target: string;
}

/** Every name becomes what a Go template makes of it: `{{ .value | upper }}`. */
export interface TransformInput {
  readonly transform: string;
}

/** Every value is a JSON object, and all become one. */
export interface MergeInput {
  /**
   * A key for that object, beside the others.
   * @default - its properties become the keys, in place of the others
   */
  readonly into?: string;
  /**
   * The keys that win over the others, the last one over all.
   * @default - by their names in alphabetical order
   */
  readonly priority?: readonly string[];
  /**
   * Whether a key in `priority` may be missing.
   * @default 'Strict'
   */
  readonly priorityPolicy?: MergePriorityPolicy;
  /**
   * Whether two objects may have a property of one name.
   * @default 'Error'
   */
  readonly conflictPolicy?: MergeConflictPolicy;
}

export const MERGE_PRIORITY_POLICIES = ['Strict', 'IgnoreNotFound'] as const;
export type MergePriorityPolicy = (typeof MERGE_PRIORITY_POLICIES)[number];

export const MERGE_CONFLICT_POLICIES = ['Error', 'Ignore'] as const;
export type MergeConflictPolicy = (typeof MERGE_CONFLICT_POLICIES)[number];
