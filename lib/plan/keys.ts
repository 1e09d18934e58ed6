import type {
  BundleInput,
  Composed,
  ComposeFilter,
  PlannedEntry,
  PlannedField,
  PlannedFieldRead,
  PlannedKey,
  PlannedTemplateFrom,
  ReadInput,
  Template,
} from '../model';
import { COMPOSE_FILTERS, parseComposed } from '../model';
import { keeperOfBundle } from './keepers';
import { unknownName } from './problems';
import type { Site } from './sites';

type Entries = ReadonlyMap<string, PlannedEntry>;

/** The keys of a bundle, sorted: what it names, and the fields of the entries that it takes whole. */
export function planKeys(site: Site, name: string, bundle: BundleInput, entries: Entries): PlannedKey[] {
  const keys = new Map<string, PlannedKey>();
  for (const [key, from] of Object.entries(bundle.keys ?? {})) {
    const at = placeIn(site, name, `keys.${key}`);
    const parts = partsOf(site, at, from, entries);
    const known = parts.filter((part) => part !== undefined);
    if (known.length === parts.length) keys.set(key, { ...keyOf(key, known, entries), ...templateOf(at, from) });
  }
  for (const [key, reads] of wholeEntries(site, name, bundle, entries)) {
    if (!Object.hasOwn(bundle.keys ?? {}, key)) keys.set(key, keyOf(key, reads, entries));
  }
  return [...keys.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The templates of a bundle that make many keys, labels or annotations at once. */
export function planTemplateFrom(
  site: Site,
  name: string,
  bundle: BundleInput,
  entries: Entries,
): PlannedTemplateFrom[] {
  return (bundle.templateFrom ?? []).flatMap(({ template, key, target = 'Data' }, index) => {
    const at = placeIn(site, name, `templateFrom.${index}.template`);
    const parts = inputsOf(site, at, template, entries).filter((part) => typeof part === 'object');
    return [{ target, template: template.template, ...(key !== undefined && { key }), parts }];
  });
}

/** The field that a read means, in the entries of its environment. */
export const findField = (read: PlannedFieldRead, entries: Entries): PlannedField | undefined =>
  entries.get(read.entry.slice(read.entry.lastIndexOf('/') + 1))?.fields.find((field) => field.name === read.field);

/** The keys that an open bundle has for certain, or may have: what the catalogue knows of its entry. */
export function openKeys(entry: PlannedEntry): PlannedKey[] {
  const keys = entry.fields.map(({ name, required }) => ({
    // As the operator writes a name that no Secret key can be.
    name: name.replace(/[^-._a-zA-Z0-9]/g, '_'),
    required,
    parts: [{ entry: entry.id, field: name }],
  }));
  return keys.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** An entry that a bundle takes whole and that nobody knows, or that its environment does without. */
export function reportNoEntry(
  site: Site,
  at: { readonly file: string; readonly field: string },
  given: string,
  entries: Entries,
): void {
  if (!Object.hasOwn(site.catalogue.entries, given)) unknownName(site.report, at, given, 'an entry', entries.keys());
  else {
    const expected = `an entry that ${site.words.environment} has; say \`onlyIn\` of the bundle as of the entry`;
    site.report({ kind: 'value', file: at.file, field: at.field, given, expected, allowed: [] });
  }
}

// --- internal ---

type From = string | ReadInput | Composed | Template;

function partsOf(site: Site, at: At, from: From, entries: Entries): readonly (string | PlannedFieldRead | undefined)[] {
  if (typeof from === 'string') return [readOf(site, at, from, entries)];
  if ('compose' in from) return readsOf(site, at, from, entries);
  if ('template' in from) return inputsOf(site, at, from, entries);
  const { from: reference, ...how } = from;
  const read = readOf(site, at, reference, entries);
  return [read && { ...read, ...how }];
}

/** Where something is written, and whether an operator makes it. */
interface At {
  readonly file: string;
  readonly field: string;
  readonly embedded: boolean;
}

const placeIn = (site: Site, bundle: string, field: string): At => ({
  file: site.files.catalogue,
  field: `bundles.${bundle}.${field}`,
  embedded: keeperOfBundle(site, bundle).backend.kind === 'embedded',
});

/** What a template reads; where no operator is, what its text there is made of. */
function inputsOf(site: Site, at: At, { inputs, dev }: Template, entries: Entries) {
  const named = Object.entries(inputs).flatMap(([name, from]) => {
    const [read] = partsOf(site, { ...at, field: `${at.field}.inputs.${name}` }, from, entries);
    return [typeof read === 'object' ? { ...read, as: name } : undefined];
  });
  const inDev = dev && readsOf(site, { ...at, field: `${at.field}.dev` }, dev, entries);
  return at.embedded && inDev ? inDev : named;
}

/** The template itself, where it is what makes the text. */
function templateOf({ embedded }: At, from: From): Pick<PlannedKey, 'template'> {
  const isTemplate = typeof from === 'object' && 'template' in from;
  return isTemplate && !(embedded && from.dev) ? { template: from.template } : {};
}

function keyOf(name: string, parts: PlannedKey['parts'], entries: Entries): PlannedKey {
  const required = parts.every((part) => typeof part === 'string' || findField(part, entries)?.required !== false);
  return { name, required, parts };
}

/** `entry.field`, or `entry` for an entry with one plain value. Field names may contain dots, entry names do not. */
function readOf(site: Site, at: At, reference: string, entries: Entries): PlannedFieldRead | undefined {
  const dot = reference.indexOf('.');
  const entry = entries.get(dot < 0 ? reference : reference.slice(0, dot));
  const field = dot < 0 ? '' : reference.slice(dot + 1);
  if (entry?.fields.some((known) => known.name === field)) return { entry: entry.id, field };
  const name = dot < 0 ? reference : reference.slice(0, dot);
  // The environment does without it, and without the keys that read it.
  if (site.environment.entries?.[name]?.without?.includes(field)) return undefined;
  if (entry || !site.catalogue.entries[name]) {
    unknownName(site.report, at, reference, 'a field', referencesIn(entries));
  } else {
    const expected = `a field of an entry that ${site.words.environment} has; say \`onlyIn\` of the bundle as of the entry`;
    site.report({ kind: 'value', file: at.file, field: at.field, given: reference, expected, allowed: [] });
  }
  return undefined;
}

function* referencesIn(entries: Entries): Generator<string> {
  for (const [name, entry] of entries) {
    for (const field of entry.fields) yield entry.plain ? name : `${name}.${field.name}`;
  }
}

function readsOf(
  site: Site,
  at: At,
  { compose }: Composed,
  entries: Entries,
): (string | PlannedFieldRead | undefined)[] {
  const parsed = parseComposed(compose);
  if ('problem' in parsed) {
    site.report({
      kind: 'value',
      file: at.file,
      field: at.field,
      expected: `a text whose braces match: ${parsed.problem}`,
      allowed: [],
    });
    return [undefined];
  }
  return parsed.parts.map((part) => {
    if (typeof part === 'string') return part;
    const read = readOf(site, at, part.reference, entries);
    if (part.filter === undefined) return read;
    if (isFilter(part.filter)) return read && { ...read, filter: part.filter };
    unknownName(site.report, at, part.filter, 'a filter', COMPOSE_FILTERS);
    return undefined;
  });
}

const isFilter = (name: string): name is ComposeFilter => (COMPOSE_FILTERS as readonly string[]).includes(name);

/** The fields of the entries in `all`; two that share a name need a word in `keys`. */
function wholeEntries(
  site: Site,
  name: string,
  bundle: BundleInput,
  entries: Entries,
): Map<string, PlannedFieldRead[]> {
  const reads = new Map<string, PlannedFieldRead[]>();
  const at = { file: site.files.catalogue, field: `bundles.${name}.all` };
  for (const entryName of new Set(bundle.all)) {
    const entry = entries.get(entryName);
    if (!entry) reportNoEntry(site, at, entryName, entries);
    else if (entry.plain)
      site.report({
        kind: 'value',
        file: at.file,
        field: at.field,
        given: entryName,
        expected: 'an entry with fields; name one plain value in `keys`',
        allowed: [],
      });
    for (const field of entry?.plain ? [] : (entry?.fields ?? [])) {
      if (reads.has(field.name) && !Object.hasOwn(bundle.keys ?? {}, field.name)) {
        site.report({
          kind: 'value',
          file: at.file,
          field: at.field,
          given: field.name,
          expected: 'fields of different names; say in `keys` which entry the key is from',
          allowed: [],
        });
      }
      reads.set(field.name, [{ entry: entry!.id, field: field.name }]);
    }
  }
  return reads;
}
