/**
 * A JSON-like value as one YAML document, the way kustomize and kubectl print it: block style, lists at their key's
 * indentation, keys in the order they have. Every reader of YAML 1.1 and 1.2 gets the same value from it.
 */
export function formatYaml(value: unknown): string {
  if (Array.isArray(value) && value.length > 0) return formatList(value, '');
  if (isObject(value)) return formatObject(value, '') || '{}\n';
  return `${formatScalar(value, '')}\n`;
}

// --- internal ---

const STEP = '  ';

/** The lines of an object, the first one without its indentation; nothing for an object without values. */
function formatObject(object: object, indent: string): string {
  // Joined, not added up: a text that was added up keeps all its parts in memory, five times what it says.
  const lines: string[] = [];
  for (const [key, value] of Object.entries(object)) {
    if (value !== undefined) lines.push(formatKey(key, indent) + formatValue(value, indent));
  }
  return lines.join(indent);
}

/** The lines of a list, the first one without its indentation. */
const formatList = (list: readonly unknown[], indent: string): string =>
  list.map((item) => `-${formatItem(item, indent)}`).join(indent);

/** What follows a key and its colon. */
function formatValue(value: unknown, indent: string): string {
  if (Array.isArray(value) && value.length > 0) return `\n${indent}${formatList(value, indent)}`;
  if (!isObject(value)) return ` ${formatScalar(value, indent)}\n`;
  const deeper = indent + STEP;
  const text = formatObject(value, deeper);
  return text ? `\n${deeper}${text}` : ' {}\n';
}

/** What follows the hyphen of a list. */
function formatItem(value: unknown, indent: string): string {
  const deeper = indent + STEP;
  if (Array.isArray(value) && value.length > 0) return ` ${formatList(value, deeper)}`;
  if (isObject(value)) return ` ${formatObject(value, deeper) || '{}\n'}`;
  return ` ${formatScalar(value, indent)}\n`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key and its colon. A parser need not look further than 1024 characters for the colon: a longer key has a `?`. */
function formatKey(key: string, indent: string): string {
  const text = knownKeys.get(key) ?? keep(key, `${formatLine(key)}:`);
  return text.length > 1000 ? `? ${text.slice(0, -1)}\n${indent}:` : text;
}

/** Files of one kind have the same few keys: looking them up is a third of the time. */
const knownKeys = new Map<string, string>();

function keep(key: string, text: string): string {
  if (knownKeys.size < 1000) knownKeys.set(key, text);
  return text;
}

/** A text, number, boolean, null or empty list. */
function formatScalar(value: unknown, indent: string): string {
  if (typeof value !== 'string') return JSON.stringify(value ?? null);
  return isBlock(value) ? formatBlock(value, indent) : formatLine(value);
}

/** Lines as they are, below a `|` that says whether the last one has an end. */
function formatBlock(text: string, indent: string): string {
  const [header, lines] = text.endsWith('\n') ? ['|', text.slice(0, -1)] : ['|-', text];
  return `${header}\n${lines.replace(/^(?=.)/gm, indent + STEP)}`;
}

/** A text on one line: plain where nobody reads it as anything else, else quoted. */
function formatLine(text: string): string {
  if (NAME.test(text) && (text.length > 5 || !WORD.test(text))) return text;
  if (PLAIN.test(text)) return isAmbiguous(text) ? `"${text}"` : text;
  if (ASCII.test(text) || PRINTABLE.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text).replace(UNPRINTABLE, escapeCharacter);
}

/** JSON is YAML, but its writer leaves characters as they are that a YAML reader refuses or takes for a line's end. */
function escapeCharacter(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}

/** What most texts are: the others cost three times the time. */
const NAME = /^[A-Za-z][\w./-]*$/;
/** Letters, digits and what is harmless between them: no quotes, braces or brackets, no `#`, no `$`. */
const PLAIN = /^(?!-(?: |$)|---|\.\.\.)[\w./+-][\w./+=@%&<>(),~-]*(?:(?::+| )[\w./+=@%&<>(),~-]+)*$/;
const ASCII = /^[\x20-\x7e]+$/;
const PRINTABLE = /^[\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u;
const UNPRINTABLE = /[^\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{S}]/gu;

/** Printable lines of which no reader has anything to guess: no space before the first, none after any, one end. */
const isBlock = (text: string): boolean => text.includes('\n') && BLOCK.test(text);
const BLOCK =
  /^(?![ \n])(?:[\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{S}]*(?<! )\n)+(?:[\x20-\x7e\p{L}\p{M}\p{N}\p{P}\p{S}]+(?<! ))?(?<!\n\n)$/u;

/**
 * Words, numbers and dates of YAML 1.1 and 1.2, and what Go's reader makes of underscores.
 * @see https://yaml.org/type/
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 */
function isAmbiguous(plain: string): boolean {
  return /^[-+.\d]/.test(plain)
    ? NUMBER.test(plain.replaceAll('_', '')) || LEGACY.test(plain)
    : plain.length <= 5 && WORD.test(plain);
}
const WORD = /^(?:[Yy](?:es)?|YES|[Nn]o?|NO|[Tt]rue|TRUE|[Ff]alse|FALSE|[Oo]n|ON|[Oo]ff|OFF|[Nn]ull|NULL)$/;
const NUMBER =
  /^[-+]?(?:0[bB][01]+|0[oO][0-7]+|0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d*)(?:[eE][-+]?\d+)?|\d+(?::[0-5]?\d)+(?:\.\d*)?|\.(?:inf|Inf|INF|nan|NaN|NAN))$/;
/** Dates, and numbers without a digit. */
const LEGACY = /^\d{4}-\d\d?-\d\d?(?:[Tt ].*)?$|^[-+]?0[bx]_+$/;
