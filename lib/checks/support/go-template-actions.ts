/** What stands between `{{` and `}}`, without comments. */
export interface Action {
  readonly tokens: readonly Token[];
  /** Counted from 1. */
  readonly line: number;
}

export interface Token {
  readonly kind: 'field' | 'variable' | 'word' | 'text' | 'number' | 'sign';
  readonly text: string;
  /** Whether it belongs to what stands right before it: `.b` of `.a.b`. */
  readonly follows: boolean;
}

/** Where a Go template cannot be read, in words. */
export interface Problem {
  readonly problem: string;
}

/**
 * The actions of a Go template in order.
 * @see https://pkg.go.dev/text/template
 */
export function actionsOf(template: string): readonly Action[] | Problem {
  const actions: Action[] = [];
  for (let at = template.indexOf('{{'); at >= 0; at = template.indexOf('{{', at)) {
    const line = template.slice(0, at).split('\n').length;
    const start = at + (OPENING.exec(template.slice(at))?.[0].length ?? 0);
    if (template.startsWith('/*', start)) {
      const comment = /^\/\*[\s\S]*?\*\/(?:\s-)?\}\}/.exec(template.slice(start));
      if (!comment) return { problem: `the comment on line ${line} does not end in "*/}}"` };
      at = start + comment[0].length;
      continue;
    }
    const read = tokensOf(template, start, line);
    if ('problem' in read) return read;
    actions.push({ tokens: read.tokens, line });
    at = read.end;
  }
  return actions;
}

// --- internal ---

/** A hyphen with a space behind it takes the space before the action away. */
const OPENING = /^\{\{(?:-\s+)?/;
const CLOSING = /^(?:\s-)?\}\}/;

const KINDS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['text', /^(?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)+')/],
  ['number', /^[-+]?\.?\d[\w.]*/],
  ['variable', /^\$[\p{L}_\p{N}]*/u],
  ['field', /^\.(?:[\p{L}_][\p{L}_\p{N}]*)?/u],
  ['word', /^[\p{L}_][\p{L}_\p{N}]*/u],
  ['sign', /^(?::=|[=|(),])/],
];

function tokensOf(template: string, start: number, line: number): { tokens: Token[]; end: number } | Problem {
  const tokens: Token[] = [];
  for (let at = start, follows = false; ; ) {
    const rest = template.slice(at);
    const closing = CLOSING.exec(rest);
    if (closing) return { tokens, end: at + closing[0].length };
    if (rest === '' || rest.startsWith('{{')) return { problem: `"{{" on line ${line} is never closed` };
    const space = /^\s+/.exec(rest);
    if (space) {
      [at, follows] = [at + space[0].length, false];
      continue;
    }
    const token = tokenAt(rest);
    if (!token) return { problem: `${whatStands(rest)} on line ${line} has no meaning between "{{" and "}}"` };
    tokens.push({ ...token, follows });
    [at, follows] = [at + token.text.length, true];
  }
}

function tokenAt(text: string): Omit<Token, 'follows'> | undefined {
  for (const [kind, pattern] of KINDS) {
    const found = pattern.exec(text);
    if (found) return { kind, text: found[0] };
  }
  return undefined;
}

const whatStands = (text: string): string =>
  /^["'`]/.test(text) ? `the text in ${text[0]} that is never closed` : JSON.stringify([...text][0]);
