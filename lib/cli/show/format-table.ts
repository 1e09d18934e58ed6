import type { Colors } from '../io';

/** Columns as wide as what is in them; what is indented belongs to the row above it. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[], colors: Colors): string {
  const widths = head.map((name, at) => rows.reduce((width, row) => Math.max(width, row[at]!.length), name.length));
  const pad = (row: readonly string[]) => row.map((cell, at) => cell.padEnd(widths[at]!));
  const line = (cells: readonly string[]) => cells.join('  ').trimEnd();
  return [
    colors.dim(line(pad(head))),
    ...rows.map((row) => {
      const [first = '', ...others] = pad(row);
      return line([first.startsWith(' ') ? first : colors.bold(first), ...others]);
    }),
  ].join('\n');
}
