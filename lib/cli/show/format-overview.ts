import Table from 'cli-table3';
import type { Colors } from '../io';
import type { BundleOverview, ByEnvironment, EntryOverview, Overview, RoleOverview, SystemOverview } from './overview';

/** The overview as tables: for each system its bundles and entries, and at the end the roles. */
export function formatOverview({ systems, roles }: Overview, colors: Colors): string {
  const parts = systems.flatMap((system) => [
    formatHeading(system, colors),
    formatBundles(system, colors),
    formatEntries(system, colors),
  ]);
  if (roles.length > 0) parts.push(formatRoles(roles, colors));
  return parts.map((part) => `${part}\n`).join('\n');
}

// --- internal ---

function formatHeading({ system, summary, environments }: SystemOverview, colors: Colors): string {
  const where = environments.map(
    ({ name, tier, clusters }) =>
      `  ${name}${name === tier ? '' : ` (${tier})`}${clusters.length > 0 ? ` on ${clusters.join(', ')}` : ''}`,
  );
  return [`${colors.bold(system)}${summary === undefined ? '' : `  ${summary}`}`, ...where].join('\n');
}

function formatBundles({ bundles, environments }: SystemOverview, colors: Colors): string {
  const names = environments.map(({ name }) => name);
  const rows = bundles.flatMap((row) => [
    [colors.bold(row.bundle), ...names.map((name) => sayBundle(row.environments[name]))],
    ...keysOf(row.environments).map((key) => [`  ${key}`, ...names.map((name) => sayKey(key, row.environments[name]))]),
  ]);
  return formatTable(['bundles and keys', ...names], rows, colors);
}

function keysOf(environments: ByEnvironment<BundleOverview>): string[] {
  return [
    ...new Set(Object.values(environments).flatMap(({ required, optional }) => [...required, ...optional])),
  ].sort();
}

function sayBundle(bundle: BundleOverview | undefined): string {
  if (!bundle) return '-';
  const { everything, required, optional } = bundle;
  if (everything !== undefined) return `all of ${everything.slice(everything.lastIndexOf('/') + 1)}`;
  return sayCount(required.length + optional.length, 'key');
}

function sayKey(key: string, bundle: BundleOverview | undefined): string {
  if (bundle?.required.includes(key)) return 'required';
  return bundle?.optional.includes(key) ? 'optional' : '-';
}

function formatEntries({ entries, environments }: SystemOverview, colors: Colors): string {
  const rows = entries.flatMap(({ entry, environments: row }) =>
    environments.flatMap(({ name }) => {
      const found = row[name];
      return found ? [[entry, name, sayEntry(found), found.backend === 'embedded' ? '' : found.name]] : [];
    }),
  );
  const once = rows.map((row, at) =>
    row[0] === rows[at - 1]?.[0] ? ['', ...row.slice(1)] : [colors.bold(row[0]!), ...row.slice(1)],
  );
  return formatTable(['entries', 'environment', '', 'name'], once, colors);
}

function sayEntry({ backend, managed }: EntryOverview): string {
  if (backend === 'embedded') return 'in the repository';
  return managed ? 'managed' : 'existing';
}

function formatRoles(roles: readonly RoleOverview[], colors: Colors): string {
  const rows = roles.flatMap(({ arn, assumedBy, reads }) => [
    [colors.bold(arn), sayCount(reads.length, 'entry', 'entries')],
    ...assumedBy.map((who) => [`  ${who}`, '']),
  ]);
  return formatTable(['roles and who may assume them', 'may read'], rows, colors);
}

const sayCount = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Columns and a line under their heads; no other lines. */
function formatTable(head: string[], rows: string[][], colors: Colors): string {
  const table = new Table({
    head: head.map((name) => colors.dim(name)),
    chars: BARE,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
  });
  table.push(...rows);
  return table.toString().replace(/ +$/gm, '');
}

const BARE = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};
