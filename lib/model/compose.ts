/** A text made of fields, as {@link compose} returns it. */
export interface Composed<References extends string = string> {
  readonly compose: string;
  /** Only for the compiler: the fields that the text names. */
  readonly references?: References;
}

/** What may follow a field in a composed text: `{database.password|urlquery}`. */
export const COMPOSE_FILTERS = ['urlquery', 'b64enc', 'toJson', 'trim'] as const;
export type ComposeFilter = (typeof COMPOSE_FILTERS)[number];

/**
 * A key's value composed of fields, so that no value is kept twice:
 * `compose('postgresql://{database.username}:{database.password|urlquery}@db/{database.name}')`.
 * `{{` and `}}` stand for literal braces. Filters: `urlquery`, `b64enc`, `toJson`, `trim`.
 * @see https://external-secrets.io/latest/guides/templating/
 */
export function compose<const Text extends string>(text: Text): Composed<ReferencesIn<Text>> {
  return { compose: text };
}

/** One piece of a composed text: literal characters, or a field with its filter. */
export type ComposePart = string | { readonly reference: string; readonly filter?: string };

/** The pieces of a composed text in order, or where its braces go wrong. */
export function parseComposed(text: string): { parts: ComposePart[] } | { problem: string } {
  const parts: ComposePart[] = [];
  let literal = '';
  for (let at = 0; at < text.length; ) {
    const two = text.slice(at, at + 2);
    if (two === '{{' || two === '}}') {
      literal += two[0];
      at += 2;
    } else if (text[at] === '{') {
      const end = text.indexOf('}', at);
      if (end < 0) return { problem: `"{" at character ${at + 1} is never closed; write "{{" for a literal brace` };
      if (literal) parts.push(literal);
      literal = '';
      const [reference = '', filter, second] = text.slice(at + 1, end).split('|');
      if (second !== undefined) return { problem: `"{" at character ${at + 1} has more than one filter` };
      parts.push(filter === undefined ? { reference } : { reference, filter });
      at = end + 1;
    } else if (text[at] === '}') {
      return { problem: `"}" at character ${at + 1} closes nothing; write "}}" for a literal brace` };
    } else {
      literal += text[at++];
    }
  }
  if (literal) parts.push(literal);
  return { parts };
}

// --- internal ---

type ReferencesIn<Text extends string> = Text extends `${string}{${infer Rest}`
  ? Rest extends `{${infer After}`
    ? ReferencesIn<After>
    : Rest extends `${infer Inside}}${infer After}`
      ? WithoutFilter<Inside> | ReferencesIn<After>
      : never
  : never;

type WithoutFilter<Inside extends string> = Inside extends `${infer Reference}|${ComposeFilter}` ? Reference : Inside;
