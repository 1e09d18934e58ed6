import type { Colors } from '../io';
import { type ClusterOverview, clusterCells } from './clusters';
import { formatConsumers } from './format-consumers';
import { formatTable } from './format-table';
import type { OperatorOverview } from './operators';
import type { BundleOverview, ByEnvironment, EntryOverview, FromOverview, Overview, SystemOverview } from './overview';
import type { RoleOverview } from './roles';

/** The overview as tables: for each system its bundles and entries, and at the end roles, clusters and operators. */
export function formatOverview({ systems, roles, clusters, operators }: Overview, colors: Colors): string {
  const parts = systems.flatMap((system) => [
    formatHeading(system, colors),
    formatBundles(system, colors),
    ...formatConsumers(system, colors),
    formatEntries(system, colors),
    ...(system.pushes.length > 0 ? [formatPushes(system, colors)] : []),
  ]);
  if (roles.length > 0) parts.push(formatRoles(roles, colors));
  if (clusters.length > 0) parts.push(formatClusters(clusters, colors));
  const unsafe = operators.filter(({ advisories }) => advisories.length > 0);
  if (unsafe.length > 0) parts.push(formatOperators(unsafe, colors));
  return parts.map((part) => `${part}\n`).join('\n');
}

// --- internal ---

function formatHeading({ system, summary, environments }: SystemOverview, colors: Colors): string {
  const where = environments.map(
    ({ name, tier, clusters, backend }) =>
      `  ${name}${name === tier ? '' : ` (${tier})`}${clusters.length > 0 ? ` on ${clusters.join(', ')}` : ''}, from ${sayBackend(backend)}`,
  );
  return [`${colors.bold(system)}${summary === undefined ? '' : `  ${summary}`}`, ...where].join('\n');
}

function formatBundles({ bundles, environments }: SystemOverview, colors: Colors): string {
  const names = environments.map(({ name }) => name);
  const rows = bundles.flatMap((row) => [
    [row.bundle, ...environments.map(({ name, backend }) => sayBundle(row.environments[name], backend))],
    ...keysOf(row.environments).map((key) => [`  ${key}`, ...names.map((name) => sayKey(key, row.environments[name]))]),
  ]);
  return formatTable(['bundles and keys', ...names], rows, colors);
}

function keysOf(environments: ByEnvironment<BundleOverview>): string[] {
  return [
    ...new Set(Object.values(environments).flatMap(({ required, optional }) => [...required, ...optional])),
  ].sort();
}

function sayBundle(bundle: BundleOverview | undefined, backend: string): string {
  if (!bundle) return '-';
  const where = bundle.selected === undefined ? '' : ` where ${bundle.selected}`;
  return `${sayContent(bundle)}${where}${bundle.from ? sayFrom(bundle.from, backend) : ''}`;
}

/** Nothing where it is read as its environment says; the store where another differs from that in its place only. */
function sayFrom({ backend, store, saidBy }: FromOverview, own: string): string {
  if (saidBy === 'environment') return '';
  return backend === own ? ` through ${store}` : ` from ${sayBackend(backend)}`;
}

const sayBackend = (backend: string): string => BACKENDS[backend] ?? backend;

const BACKENDS: Readonly<Record<string, string>> = {
  embedded: 'the repository',
  secretsManager: 'Secrets Manager',
  parameterStore: 'Parameter Store',
  vault: 'Vault',
  azureKeyVault: 'Key Vault',
};

function sayContent({ everything, found, made, required, optional }: BundleOverview): string {
  if (found !== undefined) return `all below ${found}`;
  if (made !== undefined) return `made by ${made}`;
  if (everything !== undefined) return `all of ${everything.slice(everything.lastIndexOf('/') + 1)}`;
  return sayCount(required.length + optional.length, 'key');
}

function sayKey(key: string, bundle: BundleOverview | undefined): string {
  if (bundle?.required.includes(key)) return 'required';
  return bundle?.optional.includes(key) ? 'optional' : '-';
}

function formatEntries({ entries, environments }: SystemOverview, colors: Colors): string {
  const rows = entries.flatMap(({ entry, environments: row }) => {
    const found = environments.flatMap(({ name }) => (row[name] ? [[name, row[name]] as const] : []));
    return found.map(([environment, it], at) => [at === 0 ? entry : '', environment, sayEntry(it), sayName(it)]);
  });
  return formatTable(['entries', 'environment', '', 'name'], rows, colors);
}

function sayEntry({ backend, managed, pushedBy }: EntryOverview): string {
  if (pushedBy !== undefined) return `pushed by ${pushedBy}`;
  return managed ? 'managed' : WHERE[backend];
}

const WHERE: Readonly<Record<EntryOverview['backend'], string>> = {
  embedded: 'in the repository',
  secretsManager: 'existing',
  parameterStore: 'in Parameter Store',
  vault: 'in Vault',
  azureKeyVault: 'in Key Vault',
  provider: 'elsewhere',
};

function sayName({ backend, name, secrets }: EntryOverview): string {
  if (secrets === undefined) return backend === 'embedded' ? '' : name;
  const [first = '', ...others] = secrets;
  return others.length === 0 ? first : `${first} and ${sayCount(others.length, 'more', 'more')}`;
}

function formatPushes({ pushes, environments }: SystemOverview, colors: Colors): string {
  const rows = pushes.flatMap(({ push, environments: row }) => {
    const found = environments.flatMap(({ name }) => (row[name] ? [[name, row[name]] as const] : []));
    return found.map(([environment, { secret, entry }], at) => [at === 0 ? push : '', environment, secret, entry]);
  });
  return formatTable(['pushes', 'environment', 'Secret', 'to the entry'], rows, colors);
}

function formatRoles(roles: readonly RoleOverview[], colors: Colors): string {
  // Nearly no project pushes: the others need no column for it.
  const isWritten = roles.some(({ writes }) => writes.length > 0);
  const rows = roles.flatMap(({ role, assumedBy, reads, writes }) => [
    [role, sayEntries(reads), ...(isWritten ? [sayEntries(writes)] : [])],
    ...assumedBy.map((who) => [`  ${who}`, '', ...(isWritten ? [''] : [])]),
  ]);
  return formatTable(['roles and who may assume them', 'may read', ...(isWritten ? ['may write'] : [])], rows, colors);
}

const sayEntries = (ids: readonly string[]): string =>
  ids.length > 0 ? sayCount(ids.length, 'entry', 'entries') : '-';

const formatClusters = (clusters: readonly ClusterOverview[], colors: Colors): string =>
  formatTable(['clusters', 'operator', 'deployed to by'], clusters.map(clusterCells), colors);

function formatOperators(operators: readonly OperatorOverview[], colors: Colors): string {
  const rows = operators.flatMap(({ version, clusters, advisories }) => [
    [version, sayCount(clusters.length, 'cluster')],
    ...advisories.map(({ id, lets }) => [`  ${id}`, lets]),
  ]);
  return formatTable(['operators with known advisories', 'on'], rows, colors);
}

const sayCount = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
