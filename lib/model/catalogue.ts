import type { BundleInput, ConsumerInput, FindInput, ReadInput } from './bundle';
import type { Composed } from './compose';
import type { EntryInput } from './entry';
import type { GeneratorInput } from './generator';
import type { NamespaceSelector } from './namespace-selector';
import type { MergeInput, RenameInput, RewriteInput, TransformInput } from './rewrite';
import type { Template, TemplateFromInput } from './template';

/** Every secret of a system, written once: its entries and its bundles. */
export interface CatalogueInput<Environment extends string = string> {
  /** The system's name: a DNS label. */
  readonly system: string;
  /** What the system is, in a few words. */
  readonly summary?: string;
  /** The names of the environments it runs in. */
  readonly environments: readonly Environment[];
  /** Where its Secrets go; `{system}` and `{environment}` are replaced. */
  readonly namespace: string;
  /**
   * Who answers for entries that do not say.
   * @default - nobody is named
   */
  readonly owner?: string;
  /** Where the backend keeps the values, by id. The id is also the CDK construct id. */
  readonly entries: Readonly<Record<string, EntryInput<Environment>>>;
  /** What the operator makes values with, by name. */
  readonly generators?: Readonly<Record<string, GeneratorInput>>;
  /** The Secrets that applications read, by name. */
  readonly bundles: Readonly<Record<string, BundleInput<Environment>>>;
}

/** A catalogue as {@link defineCatalogue} returns it: the same data, and its names as literal types. */
export interface Catalogue<Environment extends string = string, Entries = unknown, Bundles = unknown>
  extends CatalogueInput<Environment> {
  /** Only for the compiler. */
  readonly types?: { readonly entries: Entries; readonly bundles: Bundles };
}

/** The names a catalogue knows, for the types of what refers to it. */
export type EnvironmentOf<C> = C extends Catalogue<infer Environment, infer _E, infer _B> ? Environment : never;
export type EntryOf<C> = C extends Catalogue<infer _N, infer Entries, infer _B> ? Text<keyof Entries> : never;
export type BundleOf<C> = C extends Catalogue<infer _N, infer _E, infer Bundles> ? Text<keyof Bundles> : never;
/** A field as a key names it: `entry.field`, or `entry` for an entry that holds one plain value. */
export type ReferenceOf<C> = C extends Catalogue<infer _N, infer Entries, infer _B> ? Reference<Entries> : never;
/** The keys of a bundle's Secret; any text for an open bundle. */
export type KeyOf<C, Name extends BundleOf<C>> =
  C extends Catalogue<infer _N, infer Entries, infer Bundles>
    ? Name extends keyof Bundles
      ? BundleKey<Entries, Bundles[Name]>
      : never
    : never;

/**
 * Writes a catalogue down with every name as a literal type: a misspelt reference, option or environment name
 * does not compile.
 */
export function defineCatalogue<
  const Environment extends string,
  Entries,
  const Bundles extends Record<string, BundleInput>,
  const Generator extends string = never,
  const Own = Record<never, never>,
>(
  input: Omit<CatalogueInput<Environment>, 'entries' | 'bundles' | 'generators'> & {
    readonly generators?: Readonly<Record<Generator, GeneratorInput>>;
    readonly entries: { readonly [Name in keyof Entries]: EntryInput<Environment, Entries[Name]> } & {
      readonly [Name in keyof Own]: { readonly secretKey?: Own[Name] };
    };
    readonly bundles: Bundles & {
      readonly [Name in keyof Bundles]: TypedBundle<Environment, Entries, Bundles[Name], NoInfer<Generator>> &
        NothingBut<Bundles[Name], BundleInput>;
    };
  },
): Catalogue<Environment, Entries, Bundles & OwnBundles<Own>> {
  return input as unknown as Catalogue<Environment, Entries, Bundles & OwnBundles<Own>>;
}

// --- internal ---

type Text<Name> = Extract<Name, string>;

type Reference<Entries> = {
  [Entry in keyof Entries]: keyof Entries[Entry] extends never
    ? Text<Entry>
    : `${Text<Entry>}.${Text<keyof Entries[Entry]>}`;
}[keyof Entries];

/** The bundles of the entries that say a key: what they say nothing of is inferred as a key of any name. */
type OwnBundles<Own> = {
  readonly [Name in keyof Own as string extends Own[Name] ? never : Name]: {
    readonly keys: { readonly [Key in Text<Own[Name]>]: Name };
  };
};

type TypedBundle<Environment extends string, Entries, Bundle, Generator extends string> = Omit<
  BundleInput<Environment>,
  'all' | 'keys' | 'everything' | 'find' | 'generator' | 'rewrite' | 'templateFrom' | 'consumers' | 'namespaceSelector'
> & {
  readonly generator?: Generator;
  readonly all?: readonly Text<keyof Entries>[];
  readonly everything?: Text<keyof Entries>;
  readonly find?: Bundle extends { find: infer Find } ? FindInput & NothingBut<Find, FindInput> : never;
  readonly templateFrom?: Bundle extends { templateFrom: infer Templates }
    ? { readonly [At in keyof Templates]: TypedTemplateFrom<Entries> & NothingBut<Templates[At], TemplateFromInput> }
    : never;
  readonly rewrite?: Bundle extends { rewrite: infer Rewrites }
    ? { readonly [At in keyof Rewrites]: TypedRewrite<Rewrites[At]> }
    : never;
  readonly namespaceSelector?: Bundle extends { namespaceSelector: infer Selector }
    ? NamespaceSelector & NothingBut<Selector, NamespaceSelector>
    : never;
  readonly keys?: Bundle extends { keys: infer Keys }
    ? { readonly [Key in keyof Keys]: TypedKey<Entries, Keys[Key]> }
    : never;
  readonly consumers?: Bundle extends { consumers: infer Consumers }
    ? {
        readonly [At in keyof Consumers]: ConsumerInput<BundleKey<Entries, Bundle>> &
          NothingBut<Consumers[At], ConsumerInput>;
      }
    : never;
};

type TypedKey<Entries, Key> = Key extends { from: unknown }
  ? ReadInput<Reference<Entries>> & NothingBut<Key, ReadInput>
  : Reference<Entries> | Composed<Reference<Entries>> | Template<Reference<Entries>>;

type TypedTemplateFrom<Entries> = TemplateFromInput & { readonly template: Template<Reference<Entries>> };

type TypedRewrite<Rewrite> = RewriteInput &
  NothingBut<Rewrite, RenameInput & TransformInput & { merge: MergeInput }> &
  (Rewrite extends { merge: infer Merge } ? { readonly merge: NothingBut<Merge, MergeInput> } : unknown);

type BundleKey<Entries, Bundle> = Bundle extends
  | { everything: string }
  | { find: object }
  | { generator: string }
  | { templateFrom: object }
  ? string
  : KeysOf<Bundle> | FieldsOf<Entries, Bundle>;
type KeysOf<Bundle> = Bundle extends { keys: infer Keys } ? Text<keyof Keys> : never;
type FieldsOf<Entries, Bundle> = Bundle extends { all: readonly (infer Entry)[] }
  ? Entry extends keyof Entries
    ? Text<keyof Entries[Entry]>
    : never
  : never;

/** Inference keeps properties that nobody knows: they become `never`, which no value fits. */
type NothingBut<Given, Known> = { readonly [Name in Exclude<keyof Given, keyof Known>]: never };
