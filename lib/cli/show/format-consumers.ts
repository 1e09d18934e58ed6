import type { Colors } from '../io';
import type { Reads } from './consumers';
import { formatTable } from './format-table';
import type { SystemOverview } from './overview';

/** A table of who reads what, and below it what none of them reads; nothing for a system that names nobody. */
export function formatConsumers({ consumers, unread, environments }: SystemOverview, colors: Colors): string[] {
  if (consumers.length === 0) return [];
  const names = environments.map(({ name }) => name);
  const rows = consumers.flatMap(({ consumer, environments: row }) => [
    [consumer, ...names.map((name) => sayConsumer(row[name]))],
    ...variablesOf(row).map((variable) => [`  ${variable}`, ...names.map((name) => sayVariable(variable, row[name]))]),
  ]);
  const left = unread.flatMap(({ bundle, environments: row }) =>
    [...new Set(Object.values(row).flat())]
      .sort()
      .map((key) => [`  ${bundle}.${key}`, ...names.map((name) => (row[name]?.includes(key) ? 'unread' : '-'))]),
  );
  const heading = ['keys that none of them reads', ...names.map(() => '')];
  return [
    formatTable(['consumers and variables', ...names], left.length > 0 ? [...rows, heading, ...left] : rows, colors),
  ];
}

// --- internal ---

const variablesOf = (row: Readonly<Record<string, Reads>>): string[] =>
  [...new Set(Object.values(row).flatMap(({ variables }) => variables.map(({ name }) => name)))].sort();

const sayConsumer = (reads: Reads | undefined): string =>
  reads ? `${reads.bundles.join(' ')}${reads.restarted ? ', restarted' : ''}` : '-';

/** The key, and the bundle where it could be of several. */
function sayVariable(variable: string, reads: Reads | undefined): string {
  const found = reads?.variables.find(({ name }) => name === variable);
  if (!found) return '-';
  return reads?.bundles.length === 1 ? found.key : `${found.bundle}.${found.key}`;
}
