import type { Backend } from './backend';
import type { BundleOverride } from './bundle';
import type { BundleOf, Catalogue, EntryOf, EnvironmentOf, ReferenceOf } from './catalogue';
import type { Cluster } from './cluster';
import type { EntryOverride } from './entry';
import type { Identity } from './identity';

/** Where a system runs. */
export interface EnvironmentInput<
  Name extends string = string,
  Entry extends string = string,
  Bundle extends string = string,
  Reference extends string = string,
  Store extends string = string,
> {
  /** One of the catalogue's environments. */
  readonly name: Name;
  /** @default - the name, when it is a tier */
  readonly tier?: Tier;
  /**
   * Where its Secrets go, instead of the catalogue's namespace.
   * @default - the catalogue's namespace
   */
  readonly namespace?: string;
  /**
   * Emit the Namespace objects.
   * @default false - somebody else makes them
   */
  readonly createNamespace?: boolean;
  /** The cluster it runs on. */
  readonly cluster?: Cluster<Store>;
  /** Several clusters instead of one (blue and green): the role trusts each of their issuers. */
  readonly clusters?: readonly Cluster<Store>[];
  /** What keeps the values. */
  readonly backend: Backend<Reference>;
  /**
   * What the syncs read through.
   * @default - a SecretStore `aws-secrets-manager` in each namespace, with `irsa()`
   */
  readonly store?: StoreInput<NoInfer<Store>>;
  /**
   * How often the syncs read that do not say: a Go duration.
   * @default '1h'
   */
  readonly refreshInterval?: string;
  /** What this environment says differently of entries. */
  readonly entries?: { readonly [Name in Entry]?: EntryOverride<FieldIn<Reference, Name>> };
  /** What this environment says differently of bundles. */
  readonly bundles?: { readonly [Name in Bundle]?: BundleOverride<NoInfer<Store>> };
}

export const TIERS = ['dev', 'staging', 'production'] as const;
export type Tier = (typeof TIERS)[number];

/** A SecretStore in each namespace that reads, or a ClusterSecretStore that the cluster owns. */
export type StoreInput<Store extends string = string> =
  | {
      readonly kind?: 'SecretStore';
      /** @default - `aws-secrets-manager` or `vault`, as the backend is */
      readonly name?: string;
      /** @default - `irsa()` on AWS, `kubernetesAuth()` for Vault */
      readonly identity?: Identity;
    }
  | {
      readonly kind: 'ClusterSecretStore';
      /** One of the cluster's `stores`. */
      readonly name: Store;
    };

/** An environment as {@link defineEnvironment} returns it. */
export type Environment = EnvironmentInput;

/** One environment of a catalogue; entry, bundle, field and store names are the catalogue's and the cluster's. */
export function defineEnvironment<
  const C extends Catalogue<string, unknown, unknown>,
  const Store extends string = never,
>(
  _catalogue: C,
  input: EnvironmentInput<EnvironmentOf<C>, EntryOf<C>, BundleOf<C>, ReferenceOf<C> & string, Store>,
): Environment {
  return input as Environment;
}

// --- internal ---

/** The fields of an entry, by the references to them. */
type FieldIn<Reference extends string, Entry extends string> = string extends Reference
  ? string
  : Reference extends `${Entry}.${infer Field}`
    ? Field
    : never;
