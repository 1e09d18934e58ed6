/**
 * Generated props with their enums as the strings they are: the plan holds strings, and knows some that are newer than
 * the imported CRDs.
 */
export type Spelled<Value> = Value extends string
  ? `${Value}`
  : Value extends readonly (infer Item)[]
    ? readonly Spelled<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Spelled<Value[Key]> }
      : Value;
