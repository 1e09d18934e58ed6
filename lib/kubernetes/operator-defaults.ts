import { gte, lt } from 'semver';

/*
 * Fields that the CRDs of an operator's version fill in by themselves. Written out, so that a live object equals its
 * file and nothing shows a difference for ever.
 */

/** The defaults of every `remoteRef` and `extract`. @see https://github.com/external-secrets/external-secrets/issues/6797 */
export interface ReferenceDefaults {
  readonly conversionStrategy?: 'Default';
  readonly decodingStrategy?: 'None';
  readonly metadataPolicy?: 'None';
}

export function referenceDefaults(version: string): ReferenceDefaults {
  if (gte(version, '2.9.0')) return {};
  return { conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' };
}

/** A default that is newer than the imported CRDs: their generated code leaves it out. */
export interface NewerDefault {
  /** The fields whose objects have it. */
  readonly within: readonly string[];
  readonly field: string;
  readonly value: string;
}

/** @see https://github.com/external-secrets/external-secrets/issues/6453 */
export function newerReferenceDefaults(version: string): NewerDefault[] {
  if (lt(version, '2.3.0') || gte(version, '2.7.0')) return [];
  return [{ within: ['remoteRef', 'extract'], field: 'nullBytePolicy', value: 'Ignore' }];
}

/** @see https://external-secrets.io/latest/provider/aws-access/ */
export function newerStoreDefaults(version: string): NewerDefault[] {
  return gte(version, '2.5.0') ? [{ within: ['aws'], field: 'sessionTagsPolicy', value: 'None' }] : [];
}

/** The choice between two libraries for Azure. @see https://github.com/external-secrets/external-secrets/pull/5162 */
export function keyVaultDefaults(version: string): { readonly useAzureSdk?: false } {
  return gte(version, '0.20.0') ? { useAzureSdk: false } : {};
}

/** The object with newer defaults where they belong, its keys still in alphabetical order. */
export function withDefaults<Value>(value: Value, defaults: readonly NewerDefault[]): Value {
  return defaults.length === 0 ? value : (added(value, '', defaults) as Value);
}

// --- internal ---

function added(value: unknown, at: string, defaults: readonly NewerDefault[]): unknown {
  if (Array.isArray(value)) return value.map((item) => added(item, at, defaults));
  if (typeof value !== 'object' || value === null) return value;
  const here = defaults.filter(({ within }) => within.includes(at)).map(({ field, value: given }) => [field, given]);
  const fields = Object.entries(value).map(([name, inner]) => [name, added(inner, name, defaults)]);
  if (here.length === 0) return Object.fromEntries(fields);
  return Object.fromEntries([...fields, ...here].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}
