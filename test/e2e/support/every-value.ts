import { type Catalogue, COMPOSE_FILTERS, type Composed, compose, type PlannedEntry } from 'keywright';
import { type EntryValue, KIND_NAMES, KINDS, type Kind } from './values';

/** Secrets of every type that Kubernetes knows for applications, and one of somebody's own. */
export const TYPES: Readonly<Record<string, Readonly<Record<string, string | Composed>>>> = {
  'kubernetes.io/tls': { 'tls.crt': 'required.pem', 'tls.key': 'plain-pem' },
  'kubernetes.io/basic-auth': { username: 'required.digits', password: 'required.unicode' },
  'kubernetes.io/ssh-auth': { 'ssh-privatekey': 'required.pem' },
  'kubernetes.io/dockerconfigjson': {
    '.dockerconfigjson': compose('{{"auths":{{"images.example":{{"password":{required.lines|toJson}}}}}}}'),
  },
  'example.com/own': { anything: 'required.json' },
};

/** The routes by which a value may come into a Secret: what it is, and the bundle that takes it. */
export const ROUTES: readonly (readonly [what: string, bundle: string])[] = [
  ['a field', 'required'],
  ['an optional field', 'optional'],
  ['an entry that is one plain value', 'plain'],
  ['an open bundle', 'open'],
  ['a text that is composed of fields', 'composed'],
  ...COMPOSE_FILTERS.map((filter) => [`a text composed with ${filter}`, `composed-${filter.toLowerCase()}`] as const),
];

/** What a person's JSON may hold beside texts. */
export const RAW =
  '{"number":5432,"ratio":1.10,"yes":true,"list":[1, "<2>"],"object":{"a": "&"},"nothing":null,"empty":""}';

/** Every kind of value by every route, every type of Secret, and fields of every name. */
export const everyValue: Catalogue = {
  system: 'every-value',
  environments: ['dev', 'staging'],
  namespace: 'every-value',
  entries: {
    required: { fields: forEach(KIND_NAMES, () => ({})) },
    optional: { fields: forEach(KIND_NAMES, () => ({ optional: true })) },
    ...Object.fromEntries(KIND_NAMES.map((kind) => [`plain-${kind}`, { value: {} }])),
    names: { fields: forEach(names(), () => ({})) },
    'optional-names': { fields: forEach(namesApart(), () => ({ optional: true })) },
    raw: { fields: forEach(Object.keys(JSON.parse(RAW)), () => ({})) },
    'optional-raw': { fields: forEach(Object.keys(JSON.parse(RAW)), () => ({ optional: true })) },
  },
  bundles: {
    required: { all: ['required'] },
    optional: { all: ['optional'] },
    plain: { keys: forEach(KIND_NAMES, (kind) => `plain-${kind}`) },
    open: { everything: 'required' },
    composed: { keys: forEach(KIND_NAMES, (kind) => compose(`{{ {required.${kind}} {plain-${kind}} }}`)) },
    ...Object.fromEntries(
      COMPOSE_FILTERS.map((filter) => [
        `composed-${filter.toLowerCase()}`,
        { keys: forEach(KIND_NAMES, (kind) => compose(`<{required.${kind}|${filter}}>{plain-${kind}|${filter}}`)) },
      ]),
    ),
    ...Object.fromEntries(Object.entries(TYPES).map(([type, keys]) => [lastPart(type), { type, keys }])),
    names: { keys: Object.fromEntries(names().map((name, at) => [`key-${at}`, `names.${name}`])) },
    'optional-names': {
      keys: Object.fromEntries(namesApart().map((name, at) => [`key-${at}`, `optional-names.${name}`])),
    },
    raw: { all: ['raw'] },
    'optional-raw': { all: ['optional-raw'] },
    'open-raw': { everything: 'raw' },
  },
};

/** The bundle of {@link TYPES} that has this type. */
export function lastPart(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1);
}

/** A value for each entry of the catalogue. */
export function everyValueFor({ entry, plain, fields }: PlannedEntry): EntryValue {
  if (entry.endsWith('raw')) return RAW;
  if (entry.endsWith('names')) return Object.fromEntries(fields.map(({ name }) => [name, `value of ${name}`]));
  if (!plain) return forEach(KIND_NAMES, (kind) => KINDS[kind]());
  return KINDS[entry.slice('plain-'.length) as Kind]();
}

// --- internal ---

function forEach<Name extends string, T>(list: readonly Name[], make: (name: Name) => T): Record<string, T> {
  return Object.fromEntries(list.map((name) => [name, make(name)]));
}

/** What the operator's path language takes for more than a name. @see https://github.com/tidwall/gjson/blob/v1.18.0/SYNTAX.md */
function names(): string[] {
  const signs = [...'#*?!@|.:;,\\"\'`~^$%&()<>=[]{}+-_/ '];
  return [
    ...signs,
    ...signs.map((sign) => `a${sign}b`),
    '@this',
    '@pretty',
    '..',
    '.a',
    'a.',
    'a',
    '0',
    '1a',
    ...foreign(),
  ];
}

/** Names of which the operator makes different keys: it writes one "_" for each character that a key may not have. */
function namesApart(): string[] {
  return ['a', 'a.b', 'a b', '#', 'a##', '0', '1a', '-', '..', '.a', 'a.', 'A-b', ...foreign()];
}

function foreign(): string[] {
  return ['ünï', '🗝️ key', 'a\u2028bcd'];
}
