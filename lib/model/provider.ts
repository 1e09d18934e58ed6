import type { FakeProvider, GcpsmProvider, KubernetesProvider, Providers } from '../../imports/external-secrets-types';

/** Any other backend that the operator has: its store is written as it is given. */
export interface ProviderBackend extends ProviderOptions {
  readonly kind: 'provider';
  /** The provider's name in the CRD. */
  readonly name: string;
  /** Its fields in the CRD, who reads included. */
  readonly spec: object;
}

/** What `provider(name, spec, …)` takes last; `name` and `spec` are those of the operator's definitions. */
export interface ProviderOptions {
  /**
   * What an entry is called; `{system}`, `{environment}`, `{entry}` are replaced, and `{field}` where each field is a
   * secret of its own.
   * @default '{system}/{environment}/{entry}', with `/{field}` where each field is a secret of its own
   */
  readonly entryName?: string;
  /**
   * What the backend keeps under one name: an object whose properties are the fields, or one value.
   * @default 'objects'
   */
  readonly holds?: 'objects' | 'values';
}

/**
 * A backend that keywright does not model. Nothing is granted for it: whoever runs it gives the rights.
 * @see https://external-secrets.io/latest/provider/
 */
export function provider<Name extends keyof Providers>(
  name: Name,
  spec: Providers[Name],
  options: ProviderOptions = {},
): ProviderBackend {
  return { kind: 'provider', name, spec: spec as object, ...options };
}

/** @see https://external-secrets.io/latest/provider/google-secrets-manager/ */
export function googleSecretManager(spec: GcpsmProvider, options: ProviderOptions = {}): ProviderBackend {
  // A secret's name has letters, digits, `_` and `-`: https://cloud.google.com/secret-manager/docs/reference/rest
  return provider('gcpsm', spec, { entryName: '{system}-{environment}-{entry}', ...options });
}

/** Secrets of another namespace or cluster. @see https://external-secrets.io/latest/provider/kubernetes/ */
export function kubernetes(spec: KubernetesProvider, options: ProviderOptions = {}): ProviderBackend {
  return provider('kubernetes', spec, { entryName: '{entry}', ...options });
}

/** Values that stand in the store itself: for tests. @see https://external-secrets.io/latest/provider/fake/ */
export function fake(spec: FakeProvider, options: ProviderOptions = {}): ProviderBackend {
  return provider('fake', spec, options);
}
