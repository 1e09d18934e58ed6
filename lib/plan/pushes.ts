import type { PlannedEntry, PlannedPush, PushInput } from '../model';
import { canonicalDuration } from './durations';
import { syncWaveOf } from './gitops';
import { keeperOfEntry } from './keepers';
import { expand } from './names';
import { unknownName } from './problems';
import { writerFor } from './push-stores';
import type { Site } from './sites';

type Entries = ReadonlyMap<string, PlannedEntry>;

/** What a site pushes. Values that stand in the repository come from no cluster. */
export function planPushes(site: Site, entries: Entries): PlannedPush[] {
  return pushesOf(site).flatMap(([name, push]) => {
    checkEnvironments(site, name, push);
    if (!isHere(site, push)) return [];
    const entry = entryOf(site, name, push, entries);
    const fields = entry && fieldsOf(site, name, push, entry);
    return entry && fields ? planPush(site, name, push, entry, fields) : [];
  });
}

/** The id of the first push that makes an entry of a site. */
export function pushedBy(site: Site, entry: string): string | undefined {
  const found = pushesOf(site).find(([, push]) => push.entry === entry && isHere(site, push));
  return found && idOf(site, ...found);
}

// --- internal ---

const pushesOf = ({ catalogue }: Site): [string, PushInput][] => Object.entries(catalogue.pushes ?? {});

const isHere = ({ environment }: Site, { onlyIn }: PushInput): boolean => onlyIn?.includes(environment.name) ?? true;

const namespaceOf = ({ catalogue, environment, words }: Site, { namespace }: PushInput): string =>
  expand(namespace ?? environment.namespace ?? catalogue.namespace, words);

const idOf = (site: Site, name: string, push: PushInput): string => `${site.home}/${namespaceOf(site, push)}/${name}`;

function planPush(
  site: Site,
  name: string,
  push: PushInput,
  entry: PlannedEntry,
  fields: PlannedPush['fields'],
): PlannedPush[] {
  const namespace = namespaceOf(site, push);
  const keeper = keeperOfEntry(site, push.entry);
  const writer = writerFor(site, keeper, namespace);
  if (!writer) return [];
  const planned = {
    id: idOf(site, name, push),
    home: site.home,
    push: name,
    ...(push.summary !== undefined && { summary: push.summary }),
    namespace,
    secretName: push.secretName ?? name,
    entry: entry.id,
    fields,
    refreshInterval: canonicalDuration(push.refreshInterval ?? '1h'),
    deletionPolicy: push.deletionPolicy ?? 'None',
    keeper: keeper.id,
    ...writer,
    ...syncWaveOf(site),
    labels: site.labels,
  };
  return [planned];
}

function entryOf(site: Site, name: string, { entry }: PushInput, entries: Entries): PlannedEntry | undefined {
  const found = entries.get(entry);
  if (found) return found;
  const at = { file: site.files.catalogue, field: `pushes.${name}.entry` };
  if (!Object.hasOwn(site.catalogue.entries, entry)) unknownName(site.report, at, entry, 'an entry', entries.keys());
  else {
    const expected = `an entry that ${site.words.environment} has; say \`onlyIn\` of the push as of the entry`;
    site.report({ kind: 'value', ...at, given: entry, expected, allowed: [] });
  }
  return undefined;
}

/** The key of each field, or nothing where what is written does not fit the entry. */
function fieldsOf(
  site: Site,
  name: string,
  { fields, key }: PushInput,
  entry: PlannedEntry,
): PlannedPush['fields'] | undefined {
  const at = { file: site.files.catalogue, field: `pushes.${name}` };
  if (entry.plain !== (key !== undefined) || (entry.plain && fields)) {
    const expected = entry.plain
      ? '`key` alone, for an entry with one plain value'
      : '`fields`, for an entry that has some';
    site.report({ kind: 'value', ...at, expected, allowed: [] });
    return undefined;
  }
  if (key !== undefined) return [{ field: '', key, required: true }];
  for (const field of Object.keys(fields ?? {}))
    checkField(site, { ...at, field: `${at.field}.fields.${field}` }, field, entry);
  return entry.fields.flatMap(({ name: field, required }) => {
    const from = fields ? fields[field] : field;
    return from === undefined ? [] : [{ field, key: from, required }];
  });
}

function checkField(
  site: Site,
  at: { readonly file: string; readonly field: string },
  field: string,
  entry: PlannedEntry,
): void {
  const known = Object.keys(site.catalogue.entries[entry.entry]?.fields ?? {});
  // One that the environment does without is a field all the same.
  if (!known.includes(field)) unknownName(site.report, at, field, 'a field of the entry', known);
}

function checkEnvironments(site: Site, name: string, { onlyIn = [] }: PushInput): void {
  const { environments } = site.catalogue;
  const at = { file: site.files.catalogue, field: `pushes.${name}.onlyIn` };
  for (const given of onlyIn) {
    if (!environments.includes(given)) {
      unknownName(site.report, at, given, 'an environment of the catalogue', environments);
    }
  }
}
