import type { CrdSchema, CustomResourceDefinition } from './crds';

/** The kinds that are rendered, each with its one version. */
export const KINDS: Readonly<Record<string, string>> = {
  SecretStore: 'v1',
  ClusterSecretStore: 'v1',
  ExternalSecret: 'v1',
  ClusterExternalSecret: 'v1',
  PushSecret: 'v1alpha1',
};

/** The providers that a store may name. */
export const PROVIDERS = ['aws', 'vault', 'azurekv'];

/**
 * The definitions without what nobody uses: whole, they make 80,000 lines of TypeScript.
 * A provider or kind that ESO does not have is an error.
 */
export function cutDefinitions(definitions: readonly CustomResourceDefinition[]): CustomResourceDefinition[] {
  return Object.entries(KINDS).map(([kind, version]) => {
    const definition = definitions.find((one) => one.spec.names.kind === kind);
    const kept = definition?.spec.versions.filter((one) => one.name === version) ?? [];
    if (!definition || kept.length === 0) throw new Error(`ESO has no ${kind} ${version}`);
    const versions = kept.map((one) => ({
      ...one,
      schema: { openAPIV3Schema: cutSchema(one.schema.openAPIV3Schema) },
    }));
    return { ...definition, spec: { ...definition.spec, versions } };
  });
}

// --- internal ---

function cutSchema(schema: CrdSchema): CrdSchema {
  const provider = schema.properties?.spec?.properties?.provider?.properties;
  return provider ? replace(schema, ['spec', 'provider'], pick(provider, PROVIDERS)) : schema;
}

/** A copy of the schema in which the property at the path has other properties. */
function replace(schema: CrdSchema, path: readonly string[], properties: Record<string, CrdSchema>): CrdSchema {
  const [name, ...rest] = path;
  if (name === undefined) return { ...schema, properties };
  return {
    ...schema,
    properties: { ...schema.properties, [name]: replace(schema.properties![name]!, rest, properties) },
  };
}

function pick(properties: Readonly<Record<string, CrdSchema>>, names: readonly string[]): Record<string, CrdSchema> {
  return Object.fromEntries(
    names.map((name) => {
      const property = properties[name];
      if (!property) throw new Error(`ESO has no provider "${name}"; it has ${Object.keys(properties).join(', ')}`);
      return [name, property];
    }),
  );
}
