import { z } from 'zod';

export const text = z.string();
/** One that must be there, in the words in which it is asked for. */
export const textOf = (what: string) => z.string({ error: ({ input }) => (input === undefined ? what : undefined) });
/** Of something that has one. */
export const name = text.min(1);
export const texts = z.array(text);
export const flag = z.boolean();
export const oneOf = (names: readonly [string, ...string[]]) => z.enum(names);

/** Keeps a type and its schema alike: a field that one of them has and the other lacks does not compile. */
export function shapeOf<Input>() {
  return <Fields extends { readonly [Name in keyof Required<Input>]: z.ZodType }>(
    fields: Fields & { readonly [Name in Exclude<keyof Fields, keyof Input>]: never },
  ) => z.strictObject<Fields>(fields);
}
