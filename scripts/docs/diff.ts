/** Two texts as one: what goes with `-`, what comes with `+`, and all that stays. */
export function formatDiff(before: string, after: string): string {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const common = commonLengths(a, b);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      lines.push(` ${a[i++]}`.trimEnd());
      j++;
    } else if (j === b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push(`-${a[i++]}`);
    } else lines.push(`+${b[j++]}`);
  }
  return lines.join('\n');
}

/** The text before, of what {@link formatDiff} makes. */
export const oldSideOf = (diff: string): string =>
  diff
    .split('\n')
    .filter((line) => !line.startsWith('+'))
    .map((line) => line.slice(1))
    .join('\n');

// --- internal ---

type Table = readonly (readonly number[])[];

const at = (table: Table, i: number, j: number): number => table[i]?.[j] ?? 0;

/** For each pair of places, how many lines the texts have in common from there on. */
function commonLengths(a: readonly string[], b: readonly string[]): Table {
  const table: number[][] = [];
  for (let i = a.length - 1; i >= 0; i--) {
    const row: number[] = [];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), row[j + 1] ?? 0);
    }
    table[i] = row;
  }
  return table;
}
