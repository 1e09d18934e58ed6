import type {
  ExternalSecretSpecData,
  ExternalSecretSpecDataFrom,
  ExternalSecretSpecTargetTemplateTemplateFrom,
} from '../../imports/external-secrets.io';
import type { PlannedBundle, PlannedEntry, PlannedFieldRead, PlannedFind, PlannedKey } from '../model';
import { keptTemplates } from './kept-templates';
import { type ReferenceDefaults, referenceDefaults } from './operator-defaults';
import { rewritesOf } from './rewrite';
import type { Spelled } from './spelled';

type TemplateFrom = Spelled<ExternalSecretSpecTargetTemplateTemplateFrom>;

export const GENERATORS = 'generators.external-secrets.io/v1alpha1';

/** How an ExternalSecret gets the keys of its bundle. */
export interface Reading {
  readonly data: readonly Spelled<ExternalSecretSpecData>[];
  readonly dataFrom: readonly Spelled<ExternalSecretSpecDataFrom>[];
  /** Go templates by key; empty when `data` alone does it. */
  readonly templates: Readonly<Record<string, string>>;
  /** What gives the optional keys which have a value, and templates that somebody keeps. */
  readonly templateFrom: readonly TemplateFrom[];
}

/**
 * The simplest reading that holds: a missing required field fails the sync, a missing optional one is absent, nothing
 * that the catalogue does not name gets in, and each entry is read once.
 */
export function readingOf(bundle: PlannedBundle, version: string, entries: ReadonlyMap<string, PlannedEntry>): Reading {
  const source = new Source(referenceDefaults(version), entries);
  const required = bundle.keys.filter((key) => key.required);
  const data = required.flatMap((key) => {
    const read = fieldAlone(key);
    return read ? [source.data(key.name, read)] : [];
  });
  const rewrite = bundle.rewrite.length > 0 ? { rewrite: rewritesOf(bundle.rewrite, version) } : {};
  if (bundle.everything !== undefined) {
    // The required keys once more, because `extract` is content with what is there; under other names they would be twice.
    const kept = bundle.rewrite.length === 0 ? data : [];
    return {
      data: kept,
      dataFrom: [{ ...source.everything(bundle.everything), ...rewrite }],
      templates: {},
      templateFrom: [],
    };
  }
  if (bundle.find)
    return { data, dataFrom: [{ ...source.find(bundle.find), ...rewrite }], templates: {}, templateFrom: [] };
  if (bundle.generator) {
    const generatorRef = { apiVersion: GENERATORS, ...bundle.generator } as const;
    return {
      data,
      dataFrom: [{ ...rewrite, sourceRef: { generatorRef } } as Reading['dataFrom'][number]],
      templates: {},
      templateFrom: [],
    };
  }
  if (data.length === bundle.keys.length && bundle.templateFrom.length === 0)
    return { data, dataFrom: [], templates: {}, templateFrom: [] };
  return composedReading(bundle, source);
}

/** A text as a template that says it: two braces begin an action, wherever the second one comes from. */
export const withoutActions = (text: string): string => text.replace(/\{(?=\{|$)/g, '{{ "{" }}');

// --- internal ---

/**
 * Required fields come by `data`, under names that templates can say; optional ones by `extract`, which takes what is
 * there, prefixed so that two entries may have fields of one name. The template then names every key.
 */
function composedReading({ keys, templateFrom }: PlannedBundle, source: Source): Reading {
  const required = keys.filter((key) => key.required);
  const handles = new Handles([...required, ...templateFrom]);
  const written = required.filter(({ template }) => typeof template !== 'object');
  const templates = Object.fromEntries(written.map((key) => [key.name, template(key, handles)]));
  const optional = keys.flatMap((key) => {
    const read = key.required ? undefined : fieldAlone(key);
    return read ? [{ key, read }] : [];
  });
  const extracted = [...new Set(optional.map(({ read }) => read.entry))].sort();
  const lines = optional.map(({ key, read }) => optionalLine(key.name, source.extractedName(read)));
  return {
    data: [...handles].map(([handle, read]) => source.data(handle, read)),
    dataFrom: extracted.map((entry) => source.extract(entry)),
    templates,
    templateFrom: [
      ...(lines.length > 0 ? [{ literal: lines.join('\n'), target: 'Data' as const }] : []),
      ...keptTemplates(required, templateFrom),
    ],
  };
}

/** The one field that a key is, or nothing when its text is composed. */
function fieldAlone({ parts, template }: PlannedKey): PlannedFieldRead | undefined {
  const [only] = parts;
  const isAlone = parts.length === 1 && template === undefined;
  return isAlone && typeof only === 'object' && only.filter === undefined ? only : undefined;
}

function template({ parts, template: text }: PlannedKey, handles: Handles): string {
  if (typeof text === 'string') return text;
  const pieces = parts.map((part) => {
    if (typeof part === 'string') return withoutActions(part);
    return `{{ .${handles.of(part)}${part.filter === undefined ? '' : ` | ${part.filter}`} }}`;
  });
  return pieces.join('');
}

/**
 * YAML of one key, if the field has a value. In ASCII, whose escapes are the same in Go and in YAML: JSON would leave
 * characters as they are that YAML refuses, such as a byte order mark, or takes for the end of a line.
 * @see https://pkg.go.dev/strconv#QuoteToASCII
 * @see https://yaml.org/spec/1.2.2/#57-escaped-characters
 */
const optionalLine = (key: string, name: string): string =>
  `{{ with index . ${JSON.stringify(name)} }}${JSON.stringify(key)}: {{ . | printf "%+q" }}{{ end }}`;

/** Names for fields that a Go template can say: letters, digits and `_`. */
class Handles implements Iterable<[string, PlannedFieldRead]> {
  private readonly byHandle = new Map<string, PlannedFieldRead>();
  private readonly byField = new Map<string, string>();

  /** Somebody's own templates have said the names of what they read. */
  constructor(templates: readonly Pick<PlannedKey, 'parts'>[]) {
    for (const part of templates.flatMap(({ parts }) => parts)) {
      if (typeof part === 'object' && part.as !== undefined) this.name(part.as, part);
    }
  }

  of(read: PlannedFieldRead): string {
    const known = this.byField.get(JSON.stringify(ownOf(read)));
    if (known !== undefined) return known;
    const plain = [nameOf(read.entry), read.field]
      .filter(Boolean)
      .join('_')
      .replace(/[^A-Za-z0-9_]/g, '_');
    const name = /^[0-9]/.test(plain) ? `_${plain}` : plain;
    let handle = name;
    for (let at = 2; this.byHandle.has(handle); at++) handle = `${name}_${at}`;
    this.name(handle, read);
    return handle;
  }

  [Symbol.iterator](): Iterator<[string, PlannedFieldRead]> {
    return this.byHandle[Symbol.iterator]();
  }

  private name(handle: string, read: PlannedFieldRead): void {
    const own = ownOf(read);
    this.byHandle.set(handle, own);
    this.byField.set(JSON.stringify(own), handle);
  }
}

/** What is read, however it is used. */
function ownOf({ filter: _filter, as: _as, ...own }: PlannedFieldRead): PlannedFieldRead {
  return own;
}

/** The entry's id in the catalogue: the last part of its id in the plan. */
const nameOf = (entry: string): string => entry.slice(entry.lastIndexOf('/') + 1);

/** Writes references to entries, with the defaults that the operator would add. */
class Source {
  constructor(
    private readonly defaults: ReferenceDefaults,
    private readonly entries: ReadonlyMap<string, PlannedEntry>,
  ) {}

  data(secretKey: string, read: PlannedFieldRead): Spelled<ExternalSecretSpecData> {
    const field = this.entries.get(read.entry)?.fields.find(({ name }) => name === read.field);
    // A plain value has a property where the backend knows only objects; tags have none.
    const path = read.metadata || field?.remoteKey !== undefined ? '' : (field?.property ?? read.field);
    const remoteRef = {
      ...this.reference(read.entry, field?.remoteKey),
      ...(read.decode && { decodingStrategy: read.decode }),
      ...(read.metadata && { metadataPolicy: 'Fetch' as const }),
      ...(path !== '' && { property: propertyPath(path) }),
      ...(read.version !== undefined && { version: read.version }),
    };
    return { remoteRef: sorted(remoteRef), secretKey };
  }

  everything(entry: string): Spelled<ExternalSecretSpecDataFrom> {
    return { extract: this.reference(entry) };
  }

  find({ path, name, tags }: PlannedFind): Spelled<ExternalSecretSpecDataFrom> {
    const { metadataPolicy: _none, ...defaults } = this.defaults;
    return {
      find: {
        ...defaults,
        ...(name !== undefined && { name: { regexp: name } }),
        ...(path !== undefined && { path }),
        ...(tags && { tags }),
      },
    };
  }

  extract(entry: string): Spelled<ExternalSecretSpecDataFrom> {
    // Fields that nobody asked for come along: one that no Secret key can be would fail the whole sync.
    const legal = { regexp: { source: '[^-._a-zA-Z0-9]', target: '_' } };
    const prefixed = { regexp: { source: '^(.*)$', target: `${nameOf(entry)}.$1` } };
    return { ...this.everything(entry), rewrite: [legal, prefixed] };
  }

  /** A field's name after {@link extract}. */
  extractedName(read: PlannedFieldRead): string {
    return `${nameOf(read.entry)}.${read.field}`.replace(/[^-._a-zA-Z0-9]/gu, '_');
  }

  /** Its fields in alphabetical order. */
  private reference(
    entry: string,
    key = this.entries.get(entry)!.remoteKey,
  ): ReferenceDefaults & { readonly key: string } {
    const { metadataPolicy, ...first } = this.defaults;
    return { ...first, key, ...(metadataPolicy && { metadataPolicy }) };
  }
}

const sorted = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))) as Fields;

/**
 * A field's name as the operator's path language reads it. It tries a name with dots as a name first.
 * @see https://github.com/tidwall/gjson/blob/v1.18.0/SYNTAX.md
 */
const propertyPath = (field: string): string =>
  field.replace(/[^A-Za-z0-9_.:/+-]/g, (character) => (character < '\u0080' ? `\\${character}` : character));
