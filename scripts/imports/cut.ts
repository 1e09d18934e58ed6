import { type CrdSchema, type CustomResourceDefinition, findVersion } from './crds';

/** The kinds that people write, each with its one version; GeneratorState is the operator's own. */
export const KINDS: Readonly<Record<string, string>> = {
  SecretStore: 'v1',
  ClusterSecretStore: 'v1',
  ExternalSecret: 'v1',
  ClusterExternalSecret: 'v1',
  PushSecret: 'v1alpha1',
  ClusterPushSecret: 'v1alpha1',
  ACRAccessToken: 'v1alpha1',
  CloudsmithAccessToken: 'v1alpha1',
  ClusterGenerator: 'v1alpha1',
  ECRAuthorizationToken: 'v1alpha1',
  Fake: 'v1alpha1',
  GCRAccessToken: 'v1alpha1',
  GithubAccessToken: 'v1alpha1',
  Grafana: 'v1alpha1',
  MFA: 'v1alpha1',
  Password: 'v1alpha1',
  QuayAccessToken: 'v1alpha1',
  SSHKey: 'v1alpha1',
  STSSessionToken: 'v1alpha1',
  UUID: 'v1alpha1',
  VaultDynamicSecret: 'v1alpha1',
  Webhook: 'v1alpha1',
};

/** The kinds that have classes: generators are written by their exact types. */
const CLASSES = [
  'SecretStore',
  'ClusterSecretStore',
  'ExternalSecret',
  'ClusterExternalSecret',
  'PushSecret',
  'ClusterPushSecret',
];

/** The providers that a store of these classes may name; `exact-types.ts` has all of them, as types only. */
export const PROVIDERS = ['aws', 'vault', 'azurekv'];

/**
 * The definitions without what nobody uses: whole, they make 80,000 lines of TypeScript.
 * A provider or kind that ESO does not have is an error.
 */
export function cutDefinitions(definitions: readonly CustomResourceDefinition[]): CustomResourceDefinition[] {
  return CLASSES.map((kind) => {
    const { definition, version } = findVersion(definitions, kind, KINDS[kind]!);
    const schema = version.schema.openAPIV3Schema;
    // A VaultDynamicSecret has a `provider` too, which is one and not the choice of one.
    const openAPIV3Schema = STORES.includes(kind) ? cutProviders(schema) : schema;
    return { ...definition, spec: { ...definition.spec, versions: [{ ...version, schema: { openAPIV3Schema } }] } };
  });
}

// --- internal ---

const STORES = ['SecretStore', 'ClusterSecretStore'];

function cutProviders(schema: CrdSchema): CrdSchema {
  const provider = schema.properties?.spec?.properties?.provider?.properties ?? {};
  return replace(schema, ['spec', 'provider'], pick(provider, PROVIDERS));
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
