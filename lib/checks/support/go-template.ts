import { type Action, actionsOf, type Problem, type Token } from './go-template-actions';

/** What a Go template asks for. */
export interface GoTemplate {
  /** The functions that it calls, each once. */
  readonly functions: readonly string[];
  /** The names that it has for what it is given, each once. */
  readonly names: readonly string[];
  /** Whether it takes all that it is given at once. */
  readonly takesAll: boolean;
}

/** A Go template, or why it is none. */
export function readGoTemplate(text: string): GoTemplate | Problem {
  const actions = actionsOf(text);
  if ('problem' in actions) return actions;
  const reader = new Reader();
  for (const action of actions) {
    const problem = reader.read(action);
    if (problem !== undefined) return { problem: `${problem} on line ${action.line}` };
  }
  return reader.result();
}

// --- internal ---

/** Actions that `end` ends. In all but `if` the dot is something else. */
const BLOCKS = ['if', 'range', 'with', 'define', 'block'];
const KEYWORDS = [...BLOCKS, 'else', 'end', 'template', 'break', 'continue'];
const CONSTANTS = ['true', 'false', 'nil'];

interface Block {
  readonly keyword: string;
  readonly line: number;
  /** Whether the dot, and `$`, are what the template is given. */
  readonly dot: boolean;
  readonly root: boolean;
  readonly hasElse: boolean;
}

class Reader {
  private readonly blocks: Block[] = [];
  private readonly functions = new Set<string>();
  private readonly names = new Set<string>();
  private readonly variables = new Set(['$']);
  private takesAll = false;

  /** Takes an action in; gives what is wrong with it. */
  read({ tokens, line }: Action): string | undefined {
    const [first, second] = tokens;
    if (!first) return 'there is nothing between "{{" and "}}"';
    const keyword = first.kind === 'word' && KEYWORDS.includes(first.text) ? first.text : '';
    const problem = this.nesting(keyword, second) ?? bracketsOf(tokens) ?? pipesOf(tokens);
    if (problem !== undefined) return problem;
    if (keyword === 'end') this.blocks.pop();
    const unknown = this.pipeline(keyword, tokens);
    if (unknown !== undefined) return `nothing gives ${unknown} a value`;
    if (BLOCKS.includes(keyword)) this.open(keyword, line);
    if (keyword === 'else') this.turn(second?.text);
    return undefined;
  }

  result(): GoTemplate | Problem {
    const open = this.blocks.at(-1);
    if (open) return { problem: `"${open.keyword}" on line ${open.line} has no "end"` };
    return { functions: [...this.functions], names: [...this.names], takesAll: this.takesAll };
  }

  private nesting(keyword: string, second: Token | undefined): string | undefined {
    const open = this.blocks.at(-1);
    if (keyword === 'end' && !open) return '"end" ends nothing';
    if (keyword === 'define' && open) return '"define" stands in another block';
    if (keyword === 'else') {
      if (!open || !['if', 'range', 'with'].includes(open.keyword))
        return '"else" belongs to no "if", "range" or "with"';
      if (open.hasElse) return 'there is a second "else"';
      if (second && !['if', 'with'].includes(second.text)) return '"else" has more than "if" or "with" behind it';
    }
    const isInLoop = this.blocks.some((block) => block.keyword === 'range');
    return ['break', 'continue'].includes(keyword) && !isInLoop ? `"${keyword}" is in no "range"` : undefined;
  }

  private open(keyword: string, line: number): void {
    const { dot, root } = this.scope();
    const isApart = keyword === 'define' || keyword === 'block';
    this.blocks.push({ keyword, line, dot: keyword === 'if' && dot, root: root && !isApart, hasElse: false });
  }

  /** In the other branch the dot is again what it was around the block, unless that gives it another. */
  private turn(condition: string | undefined): void {
    const block = this.blocks.pop()!;
    const { dot } = this.scope();
    this.blocks.push({ ...block, dot: dot && condition !== 'with', hasElse: condition === undefined });
  }

  private scope(): { readonly dot: boolean; readonly root: boolean } {
    return this.blocks.at(-1) ?? { dot: true, root: true };
  }

  /** What the action names; gives a variable that nothing declares. */
  private pipeline(keyword: string, tokens: readonly Token[]): string | undefined {
    const { dot, root } = this.scope();
    const passesAll = ['template', 'block'].includes(keyword);
    for (const [at, { kind, text, follows }] of tokens.entries()) {
      const [before, after] = [tokens[at - 1], tokens[at + 1]];
      if (kind === 'variable' && !this.isDeclared(text, tokens, at)) return text;
      if (kind === 'word' && !KEYWORDS.includes(text) && !CONSTANTS.includes(text)) this.functions.add(text);
      if (kind === 'field' && text !== '.') {
        if (follows ? root && before?.text === '$' : dot) this.names.add(text.slice(1));
        continue;
      }
      const isAll = (text === '.' && dot && !follows) || (text === '$' && root && !after?.follows);
      if ((kind !== 'field' && kind !== 'variable') || !isAll) continue;
      if (before?.text === 'index' && after?.kind === 'text') this.names.add(unquoted(after.text));
      else if (!passesAll) this.takesAll = true;
    }
    return undefined;
  }

  private isDeclared(name: string, tokens: readonly Token[], at: number): boolean {
    const declares = tokens.findIndex(({ text }) => text === ':=');
    if (at < declares) this.variables.add(name);
    return this.variables.has(name);
  }
}

function bracketsOf(tokens: readonly Token[]): string | undefined {
  let depth = 0;
  for (const { text, kind } of tokens) {
    if (kind === 'sign') depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    if (depth < 0) return '")" closes nothing';
  }
  return depth > 0 ? '"(" is never closed' : undefined;
}

/** A pipe takes what is before it to a function behind it. */
function pipesOf(tokens: readonly Token[]): string | undefined {
  const lacks = tokens.some(({ text, kind }, at) => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    return kind === 'sign' && text === '|' && (!before || before.text === '|' || after?.kind !== 'word');
  });
  return lacks ? '"|" does not stand between a value and a function' : undefined;
}

const unquoted = (text: string): string => text.slice(1, -1);
