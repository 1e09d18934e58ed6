import type { ExternalSecretSpec } from '../../imports/external-secrets-types';

/** Part of an ExternalSecret's spec: what no word of a bundle says. */
export interface BundlePatch {
  readonly dataFrom?: readonly Omit<Source, 'extract' | 'find'>[];
  readonly target?: {
    readonly template?: Patch<Omit<Template, 'data' | 'metadata' | 'templateFrom' | 'type'>> & {
      readonly metadata?: Patch<Omit<NonNullable<Template['metadata']>, 'annotations' | 'labels'>>;
    };
  };
}

// --- internal ---

/** Part of an object, at any depth. A list is whole. */
type Patch<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Name in keyof Value]?: Patch<Value[Name]> | null }
    : Value;

type Source = NonNullable<ExternalSecretSpec['dataFrom']>[number];
type Template = NonNullable<NonNullable<ExternalSecretSpec['target']>['template']>;
