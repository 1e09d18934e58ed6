import type { CrdSchema } from '../../scripts/imports/crds';

/** A field that operators have which are newer than the definitions at hand. */
export interface NewerField {
  readonly field: string;
  /** A field of the same objects. */
  readonly beside: string;
}

/**
 * The schema of a custom resource as `kubectl apply --validate=strict` reads it: a field that the schema does not
 * name is an error, except below `x-kubernetes-preserve-unknown-fields`.
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#setting-the-field-validation-level
 */
export function strictSchema(
  schema: CrdSchema,
  type: { readonly apiVersion: string; readonly kind: string },
  newer: readonly NewerField[] = [],
): CrdSchema {
  const { status: _status, ...properties } = schema.properties ?? {};
  const own = { apiVersion: { const: type.apiVersion }, kind: { const: type.kind }, metadata: METADATA };
  const required = [...Object.keys(own), 'spec'];
  return rejectUnknown({ ...schema, properties: { ...properties, ...own }, required }, newer);
}

// --- internal ---

const TEXTS: CrdSchema = { type: 'object', additionalProperties: { type: 'string' } };
/** What we write of an object's metadata. */
const METADATA: CrdSchema = {
  type: 'object',
  properties: { name: { type: 'string' }, namespace: { type: 'string' }, labels: TEXTS, annotations: TEXTS },
  required: ['name'],
};

function rejectUnknown(schema: CrdSchema, newer: readonly NewerField[]): CrdSchema {
  const { properties, items, additionalProperties } = schema;
  const isOpen = schema['x-kubernetes-preserve-unknown-fields'] === true || additionalProperties !== undefined;
  return {
    ...schema,
    ...(properties && { properties: closedProperties(properties, newer) }),
    ...(items && { items: rejectUnknown(items, newer) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: rejectUnknown(additionalProperties, newer),
    }),
    ...(schema.type === 'object' && !isOpen && { additionalProperties: false }),
  };
}

function closedProperties(properties: Readonly<Record<string, CrdSchema>>, newer: readonly NewerField[]) {
  const added = newer.filter(({ beside }) => Object.hasOwn(properties, beside));
  return Object.fromEntries([
    ...Object.entries(properties).map(([name, property]) => [name, rejectUnknown(property, newer)]),
    ...added.map(({ field }) => [field, { type: 'string' }]),
  ]);
}
