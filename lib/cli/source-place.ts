import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A place in a file of the user's. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** The innermost frame of a stack that is in a file of the user's. Its column is that of compiled code, and left out. */
export function placeInStack(stack: string, dir: string): Place | undefined {
  for (const [, url, line] of stack.matchAll(FRAME)) {
    const file = url!.startsWith('file:') ? fileURLToPath(url!.replace(/\?.*$/, '')) : url!;
    const inside = relative(dir, file);
    if (!inside.startsWith('..') && !inside.split(sep).includes('node_modules')) return { file, line: Number(line) };
  }
  return undefined;
}

/** Where a file imports something. */
export function placeOfImport(file: string, specifier: string): Place {
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findIndex((line) => line.includes(`'${specifier}'`) || line.includes(`"${specifier}"`));
  return { file, line: Math.max(at, 0) + 1 };
}

export function formatPlace({ file, line, column }: Place, dir: string): string {
  return `${relative(dir, file)}:${line}${column === undefined ? '' : `:${column}`}`;
}

/** The line, and the ones around it. */
export function excerptOf({ file, line, column }: Place): string {
  const lines = readFileSync(file, 'utf8').split('\n');
  const from = Math.max(0, line - 2);
  const width = String(line + 1).length;
  const rows = lines.slice(from, line + 1).flatMap((text, at) => {
    const number = from + at + 1;
    const row = `${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${text}`;
    return number === line && column !== undefined
      ? [row, `  ${' '.repeat(width)} | ${' '.repeat(column - 1)}^`]
      : [row];
  });
  return rows.join('\n');
}

// --- internal ---

const FRAME = /^ +at .*?\(?((?:file:|\/|[A-Za-z]:\\)[^()\n]*?):(\d+):\d+\)?$/gm;
