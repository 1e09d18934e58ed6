import { isUtf8 } from 'node:buffer';
import type {
  Backend,
  EmbeddedValue,
  EmbeddedValues,
  EntryInput,
  FieldInput,
  PlannedEntry,
  PlannedField,
  PlannedKmsKey,
} from '../model';
import { type Keeper, keeperOfEntry } from './keepers';
import { kmsKeyOf } from './kms-keys';
import {
  DEFAULT_ENTRY_NAME,
  DEFAULT_FIELD_NAME,
  DEFAULT_PARAMETER_NAME,
  expand,
  keyVaultName,
  parameterArn,
  secretArn,
} from './names';
import { unknownName } from './problems';
import type { Site } from './sites';
import { entriesStackName } from './stacks';

/** The entries of a site, by their id in the catalogue, and the keys that encrypt them. */
export interface SiteEntries {
  readonly entries: ReadonlyMap<string, PlannedEntry>;
  readonly kmsKeys: readonly PlannedKmsKey[];
}

export function planEntries(site: Site): SiteEntries {
  const entries = new Map<string, PlannedEntry>();
  const kmsKeys = new Map<string, PlannedKmsKey>();
  for (const [name, entry] of Object.entries(site.catalogue.entries)) {
    checkEntry(site, name, entry);
    if (entry.onlyIn && !entry.onlyIn.includes(site.environment.name)) continue;
    const keeper = keeperOfEntry(site, name);
    const key = keeper.place && kmsKeyOf(site, keeper, name, entry, entriesStackName(site, keeper));
    if (key) kmsKeys.set(key.id, key);
    entries.set(name, planEntry(site, keeper, name, entry, key));
  }
  checkNames(site, entries);
  return { entries, kmsKeys: [...kmsKeys.values()] };
}

// --- internal ---

function planEntry(
  site: Site,
  keeper: Keeper,
  name: string,
  entry: EntryInput,
  key: PlannedKmsKey | undefined,
): PlannedEntry {
  const owner = entry.owner ?? site.catalogue.owner;
  const expires = site.environment.entries?.[name]?.expires ?? entry.expires;
  return {
    id: `${site.home}/${name}`,
    home: site.home,
    entry: name,
    ...(entry.summary !== undefined && { summary: entry.summary }),
    ...(owner !== undefined && { owner }),
    backend: keeper.backend.kind,
    keeper: keeper.id,
    ...remoteOf(site, keeper, name, entry),
    plain: entry.fields === undefined,
    fields: planFields(site, keeper, name, entry),
    ...(key && { kmsKey: key.id }),
    tags: { ...site.labels, ...(owner !== undefined && { owner }), ...entry.tags },
    ...(expires !== undefined && { expires }),
    constructId: entry.formerly ?? name,
  };
}

/** What the entry is called in the backend, and who makes it. */
function remoteOf(
  site: Site,
  keeper: Keeper,
  name: string,
  entry: EntryInput,
): Pick<PlannedEntry, 'managed' | 'remoteKey' | 'namedIn' | 'arn' | 'stack'> {
  const override = site.environment.entries?.[name];
  const { backend, place } = keeper;
  if (backend.kind === 'embedded') return { managed: false, remoteKey: name, namedIn: 'catalogue' };
  if (override?.arn !== undefined) {
    return { managed: false, remoteKey: override.arn, namedIn: 'environment', arn: override.arn };
  }
  const layout = layoutOf(site, backend, name, entry);
  // The name decides whether CloudFormation replaces the secret, so a renamed entry keeps it.
  const words = { ...site.words, entry: entry.formerly ?? name };
  const remoteKey = expand(holdsValues(backend) ? withoutField(layout) : layout, words);
  const named = { remoteKey, namedIn: override?.name ? 'environment' : entry.name ? 'catalogue' : 'backend' } as const;
  if (!place) return { managed: false, ...named };
  if (backend.kind === 'parameterStore') return { managed: false, ...named, arn: parameterArn(place, remoteKey) };
  const managed = !(override?.existing ?? entry.existing ?? false);
  return {
    managed,
    ...named,
    arn: secretArn(place, remoteKey),
    ...(managed && { stack: entriesStackName(site, keeper) }),
  };
}

function layoutOf({ environment }: Site, backend: Backend, name: string, entry: EntryInput): string {
  const given = environment.entries?.[name]?.name ?? entry.name;
  if (given !== undefined || backend.kind === 'embedded') return given ?? name;
  const suffix = backend.kind === 'provider' && backend.holds === 'values' ? '/{field}' : '';
  return backend.entryName ?? `${DEFAULT_LAYOUTS[backend.kind]}${suffix}`;
}

const DEFAULT_LAYOUTS = {
  secretsManager: DEFAULT_ENTRY_NAME,
  parameterStore: DEFAULT_PARAMETER_NAME,
  vault: DEFAULT_ENTRY_NAME,
  azureKeyVault: DEFAULT_FIELD_NAME,
  provider: DEFAULT_ENTRY_NAME,
};

/** Whether each field is a secret of its own. */
const holdsValues = (backend: Backend): boolean =>
  backend.kind === 'azureKeyVault' || (backend.kind === 'provider' && backend.holds === 'values');

function planFields(site: Site, { backend }: Keeper, name: string, entry: EntryInput): PlannedField[] {
  const values = backend.kind === 'embedded' ? backend.values[name] : undefined;
  if (entry.fields === undefined) {
    const plain = planField(site, '', entry.value ?? {}, isValue(values) ? values : undefined);
    return [{ ...plain, ...remoteFieldOf(site, backend, name, entry, '') }];
  }
  const byField: Readonly<Record<string, EmbeddedValue>> = values === undefined || isValue(values) ? {} : values;
  const without = site.environment.entries?.[name]?.without ?? [];
  return Object.entries(entry.fields)
    .filter(([field]) => !without.includes(field))
    .map(([field, input]) => ({
      ...planField(site, field, input, byField[field]),
      ...remoteFieldOf(site, backend, name, entry, field),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** How a `remoteRef` names a field, where it is not a property of the entry's own name. */
function remoteFieldOf(
  site: Site,
  backend: Backend,
  name: string,
  entry: EntryInput,
  field: string,
): Pick<PlannedField, 'remoteKey' | 'property'> {
  if (backend.kind === 'vault' && field === '') return { property: backend.valueKey ?? 'value' };
  if (!holdsValues(backend)) return {};
  const layout = layoutOf(site, backend, name, entry);
  const own = field === '' ? withoutField(layout) : layout;
  const remoteKey = expand(own, { ...site.words, entry: entry.formerly ?? name, field });
  return { remoteKey: backend.kind === 'azureKeyVault' ? keyVaultName(remoteKey) : remoteKey };
}

const withoutField = (layout: string): string => layout.replace(/[^A-Za-z0-9}]*\{field\}/, '') || '{entry}';

function planField(site: Site, name: string, input: FieldInput, value: EmbeddedValue | undefined): PlannedField {
  const required = input.requiredIn ? input.requiredIn.includes(site.environment.name) : !input.optional;
  return {
    name,
    required,
    ...(input.summary !== undefined && { summary: input.summary }),
    ...(input.generate && { generate: input.generate }),
    ...(input.shape && { shape: typeof input.shape === 'string' ? { format: input.shape } : input.shape }),
    ...(value !== undefined && { value: Buffer.from(value).toString('base64') }),
  };
}

const isValue = (value: EmbeddedValues[string] | undefined): value is EmbeddedValue =>
  typeof value === 'string' || value instanceof Uint8Array;

function checkEntry(site: Site, name: string, entry: EntryInput): void {
  const file = site.files.catalogue;
  const environments = site.catalogue.environments;
  if ((entry.fields === undefined) === (entry.value === undefined)) {
    site.report({ kind: 'value', file, field: `entries.${name}`, expected: 'either `fields` or `value`', allowed: [] });
  }
  const named = [
    ...(entry.onlyIn ?? []).map((given) => ({ given, field: `entries.${name}.onlyIn` })),
    ...Object.entries(entry.fields ?? {}).flatMap(([field, input]) =>
      (input.requiredIn ?? []).map((given) => ({ given, field: `entries.${name}.fields.${field}.requiredIn` })),
    ),
  ];
  for (const { given, field } of named) {
    if (!environments.includes(given)) {
      unknownName(site.report, { file, field }, given, 'an environment of the catalogue', environments);
    }
  }
}

/** Names of entries and fields that the environment writes and the catalogue does not have. */
function checkNames(site: Site, entries: ReadonlyMap<string, PlannedEntry>): void {
  const { environment, report } = site;
  const file = site.files.environment;
  for (const [given, override] of Object.entries(environment.entries ?? {})) {
    if (!entries.has(given))
      unknownName(report, { file, field: `entries.${given}` }, given, 'an entry', entries.keys());
    else checkWithout(site, given, override?.without ?? []);
  }
  if (environment.backend.kind !== 'embedded') return;
  for (const [given, values] of Object.entries(environment.backend.values)) {
    const field = `backend.values.${given}`;
    const entry = entries.get(given);
    if (!entry) unknownName(report, { file, field }, given, 'an entry', entries.keys());
    else if (entry.backend !== 'embedded') {
      const expected = `no value: its bundle has it read from \`${entry.backend}()\``;
      report({ kind: 'value', file, field, expected, allowed: [] });
    } else if (isValue(values) !== entry.plain) {
      const expected = entry.plain ? 'one text, for an entry with one plain value' : 'an object of fields';
      report({ kind: 'value', file, field, expected, allowed: [] });
    } else if (!isValue(values)) checkFields(site, field, values, entry);
  }
}

/** An environment does without optional fields only: without a required one the application does not run. */
function checkWithout(site: Site, entry: string, without: readonly string[]): void {
  const fields = site.catalogue.entries[entry]?.fields ?? {};
  const at = { file: site.files.environment, field: `entries.${entry}.without` };
  for (const given of without) {
    const field = Object.hasOwn(fields, given) ? fields[given]! : undefined;
    if (!field) unknownName(site.report, at, given, 'a field of the entry', Object.keys(fields));
    else if (field.requiredIn ? field.requiredIn.includes(site.environment.name) : !field.optional) {
      site.report({ kind: 'value', ...at, given, expected: 'a field that is optional here', allowed: [] });
    }
  }
}

function checkFields(
  site: Site,
  at: string,
  values: Readonly<Record<string, EmbeddedValue>>,
  entry: PlannedEntry,
): void {
  const known = entry.fields.map((field) => field.name);
  const file = site.files.environment;
  const { backend } = site.environment;
  const generated = backend.kind === 'embedded' && backend.as === 'secretGenerator';
  for (const [given, value] of Object.entries(values)) {
    const field = `${at}.${given}`;
    if (!known.includes(given)) unknownName(site.report, { file, field }, given, 'a field of the entry', known);
    else if (generated && typeof value !== 'string' && !isUtf8(value)) {
      const expected = "text: bytes need the backend's `as: 'secret'`";
      site.report({ kind: 'value', file, field, expected, allowed: [] });
    }
  }
}
