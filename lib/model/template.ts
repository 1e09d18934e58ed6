import type { ReadInput } from './bundle';
import type { Composed } from './compose';

/** A text that the operator makes of fields, as {@link template} returns it. */
export interface Template<References extends string = string> {
  readonly template: string | TemplateSource;
  /** The fields by the names that the text has for them. */
  readonly inputs: TemplateInputs;
  /** The text where no operator is. */
  readonly dev?: Composed;
  /** Only for the compiler: the fields that it reads. */
  readonly references?: References;
}

/**
 * A template that somebody keeps in the cluster, in the namespace of the Secret: in a ConfigMap or a Secret, under the
 * name of the key that it makes. A change of it arrives with the next refresh.
 */
export type TemplateSource = { readonly configMap: string } | { readonly secret: string };

export type TemplateInputs = Readonly<Record<string, string | ReadInput>>;

export interface TemplateOptions<Reference extends string = string> {
  /**
   * The text in environments whose values are embedded: nobody but the operator runs a Go template.
   * @default - the key is a finding there
   */
  readonly dev?: Composed<Reference>;
}

/**
 * A key's value as a Go template, for what {@link compose} cannot say: `{{ .user }}` is the field that `inputs` calls
 * `user`. It has the functions of the operator, such as `toJson`, `b64enc` and `htpasswd`.
 * @see https://external-secrets.io/latest/guides/templating/
 */
export function template<const Inputs extends TemplateInputs, const InDev extends string = never>(
  text: string | TemplateSource,
  inputs: Inputs,
  options: TemplateOptions<InDev> = {},
): Template<ReferencesOf<Inputs> | NoInfer<InDev>> {
  return { template: text, inputs, ...options };
}

/** A template that makes many keys, labels or annotations: YAML of names and values. */
export interface TemplateFromInput {
  /** Its text, or where it is kept. */
  readonly template: Template;
  /** The key under which the ConfigMap or Secret keeps it. */
  readonly key?: string;
  /**
   * What of the Secret it makes.
   * @default 'Data'
   */
  readonly target?: TemplateTarget;
}

/** @see https://external-secrets.io/latest/guides/templating/#templatefrom */
export const TEMPLATE_TARGETS = ['Data', 'Labels', 'Annotations'] as const;
export type TemplateTarget = (typeof TEMPLATE_TARGETS)[number];

// --- internal ---

type ReferencesOf<Inputs> = ReferenceOf<Inputs[keyof Inputs]>;
type ReferenceOf<Input> = Input extends { readonly from: infer Reference }
  ? Extract<Reference, string>
  : Extract<Input, string>;
