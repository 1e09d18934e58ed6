import { z } from 'zod';
import {
  type AlertThresholds,
  type AzureKeyVaultBackend,
  type BundleInput,
  type BundleOverride,
  type CatalogueInput,
  type ClusterInput,
  type ClusterStoreInput,
  CONSUMER_KINDS,
  type Composed,
  type ConsumerInput,
  CREATION_POLICIES,
  DECODINGS,
  DELETION_POLICIES,
  type EmbeddedBackend,
  type EntryInput,
  type EntryOverride,
  type EnvironmentInput,
  type FieldInput,
  type FindInput,
  type GenerateInput,
  type GrafanaInput,
  type IrsaIdentity,
  type KubernetesAuth,
  OPERATOR_INSTALLS,
  type OperatorInput,
  PARTITIONS,
  type ParameterStoreBackend,
  type PodIdentity,
  type ProjectInput,
  type PrometheusMonitoring,
  type ProviderBackend,
  REFRESH_POLICIES,
  type ReadInput,
  type RewriteInput,
  type RoleInput,
  type SecretsManagerBackend,
  type ShapeInput,
  type StaticCredentials,
  type SystemInput,
  TIERS,
  type VaultBackend,
  type VaultRoleInput,
  WATCHES,
  type WorkloadIdentity,
} from '../model';

/*
 * The input types once more, for loaders that only strip types. `shapeOf` keeps the two alike: a field that a type has
 * and its schema lacks, or the other way round, does not compile.
 */

const text = z.string();
/** Of something that has one. */
const name = text.min(1);
const texts = z.array(text);
const flag = z.boolean();
const oneOf = (names: readonly [string, ...string[]]) => z.enum(names);

const shape = z.union([
  oneOf(['text', 'url', 'pem', 'json', 'base64']),
  shapeOf<ShapeInput>()({
    format: oneOf(['text', 'url', 'pem', 'json', 'base64']).optional(),
    pattern: text.optional(),
    minimumLength: z.number().int().min(0).optional(),
  }),
]);

const generate = shapeOf<GenerateInput>()({
  length: z.number().int().min(1).max(4096),
  alphabet: text.min(2).optional(),
});

const field = shapeOf<FieldInput>()({
  summary: text.optional(),
  optional: flag.optional(),
  requiredIn: texts.optional(),
  generate: generate.optional(),
  shape: shape.optional(),
}).refine((given) => !(given.optional && given.requiredIn), { error: 'either `optional` or `requiredIn`' });

const plainValue = shapeOf<Omit<FieldInput, 'optional' | 'requiredIn'>>()({
  summary: text.optional(),
  generate: generate.optional(),
  shape: shape.optional(),
});

/** A key that is made here may have an alias. */
const kmsKey = z
  .strictObject({ arn: name.optional(), alias: name.optional(), create: z.literal(true).optional() })
  .refine(({ arn, alias, create }) => (create ? arn === undefined : (arn === undefined) !== (alias === undefined)), {
    error: 'exactly one of `arn`, `alias` and `create`',
  });

const entry = shapeOf<EntryInput>()({
  summary: text.optional(),
  owner: text.optional(),
  fields: z.record(name, field).optional(),
  value: plainValue.optional(),
  existing: flag.optional(),
  name: name.optional(),
  tags: z.record(text, text).optional(),
  kmsKey: kmsKey.optional(),
  expires: text.optional(),
  formerly: text.optional(),
  onlyIn: texts.optional(),
});

const entryOverride = shapeOf<EntryOverride>()({
  without: texts.optional(),
  existing: flag.optional(),
  name: name.optional(),
  arn: name.optional(),
  kmsKey: kmsKey.optional(),
  expires: text.optional(),
})
  .refine((given) => given.arn === undefined || given.name === undefined, { error: 'either `arn` or `name`' })
  .refine((given) => given.arn === undefined || given.existing !== false, {
    error: 'either `arn`, of an entry that exists, or `existing: false`',
  });

const consumer = shapeOf<ConsumerInput>()({
  kind: oneOf(CONSUMER_KINDS),
  name,
  namespace: text.optional(),
  env: texts.optional(),
  serviceAccount: text.optional(),
});

const bundleOverrideFields = {
  namespace: z.union([text, texts.min(1)]).optional(),
  secretName: name.optional(),
  syncName: name.optional(),
  refreshInterval: text.optional(),
  refreshPolicy: oneOf(REFRESH_POLICIES).optional(),
  creationPolicy: oneOf(CREATION_POLICIES).optional(),
  deletionPolicy: oneOf(DELETION_POLICIES).optional(),
  immutable: flag.optional(),
  // its fields are checked by the compiler, and by the API server
  patch: z.record(text, z.unknown()).optional(),
  consumers: z.array(consumer).optional(),
};

const read = shapeOf<ReadInput>()({
  from: text,
  version: name.optional(),
  decode: oneOf(DECODINGS).optional(),
  metadata: flag.optional(),
});

const composed = shapeOf<Omit<Composed, 'references'>>()({ compose: text });

const bundle = shapeOf<BundleInput>()({
  ...bundleOverrideFields,
  summary: text.optional(),
  all: texts.optional(),
  keys: z.record(text, z.union([text, composed, read])).optional(),
  everything: text.optional(),
  find: shapeOf<FindInput>()({ path: name, name: name.optional(), tags: z.record(text, text).optional() }).optional(),
  generator: text.optional(),
  rewrite: z.array(shapeOf<RewriteInput>()({ source: name, target: text })).optional(),
  type: text.optional(),
  onlyIn: texts.optional(),
});

/** Its fields are checked by the compiler, and by the API server. */
const generator = z.strictObject({ kind: name, spec: z.record(text, z.unknown()) });

const role = shapeOf<RoleInput>()({
  name: name.optional(),
  path: text.optional(),
  permissionsBoundary: text.optional(),
});

const identity = z.discriminatedUnion('kind', [
  shapeOf<IrsaIdentity>()({
    kind: z.literal('irsa'),
    serviceAccount: text.optional(),
    namespace: text.optional(),
    createServiceAccount: flag.optional(),
    role: role.optional(),
  }),
  shapeOf<PodIdentity>()({ kind: z.literal('podIdentity'), role: role.optional() }),
  shapeOf<StaticCredentials>()({
    kind: z.literal('staticCredentials'),
    secretName: text,
    namespace: text.optional(),
    accessKeyIdKey: text.optional(),
    secretAccessKeyKey: text.optional(),
    placeholders: z.strictObject({ accessKeyId: name, secretAccessKey: name }).optional(),
  }),
  shapeOf<KubernetesAuth>()({
    kind: z.literal('kubernetesAuth'),
    serviceAccount: text.optional(),
    namespace: text.optional(),
    createServiceAccount: flag.optional(),
    mount: name.optional(),
    audience: name.optional(),
    role: shapeOf<VaultRoleInput>()({ name: name.optional(), policy: name.optional() }).optional(),
  }),
  shapeOf<WorkloadIdentity>()({
    kind: z.literal('workloadIdentity'),
    clientId: text,
    serviceAccount: text.optional(),
    namespace: text.optional(),
    createServiceAccount: flag.optional(),
    managedIdentity: name.optional(),
  }),
]);

const secretsManagerBackend = shapeOf<SecretsManagerBackend>()({
  kind: z.literal('secretsManager'),
  entryName: text.optional(),
  account: text.optional(),
  region: text.optional(),
  endpoint: text.optional(),
  kmsKey: kmsKey.optional(),
});

const parameterStoreBackend = shapeOf<ParameterStoreBackend>()({
  kind: z.literal('parameterStore'),
  entryName: text.optional(),
  account: text.optional(),
  region: text.optional(),
  endpoint: text.optional(),
  kmsKey: kmsKey.optional(),
});

const vaultBackend = shapeOf<VaultBackend>()({
  kind: z.literal('vault'),
  server: text,
  mount: name.optional(),
  version: oneOf(['v1', 'v2']).optional(),
  namespace: name.optional(),
  entryName: text.optional(),
  valueKey: name.optional(),
});

const azureKeyVaultBackend = shapeOf<AzureKeyVaultBackend>()({
  kind: z.literal('azureKeyVault'),
  vaultUrl: text,
  tenantId: text,
  entryName: text.optional(),
});

/** The fields of a provider that is not modelled are checked by the compiler, and by the API server. */
const providerBackend = shapeOf<ProviderBackend>()({
  kind: z.literal('provider'),
  name,
  spec: z.record(text, z.unknown()),
  entryName: text.optional(),
  holds: oneOf(['objects', 'values']).optional(),
});

const remoteBackends = [
  secretsManagerBackend,
  parameterStoreBackend,
  vaultBackend,
  azureKeyVaultBackend,
  providerBackend,
] as const;
const remoteBackend = z.discriminatedUnion('kind', remoteBackends);

const monitoring = shapeOf<PrometheusMonitoring>()({
  kind: z.literal('prometheus'),
  name: name.optional(),
  namespace: name.optional(),
  labels: z.record(text, text).optional(),
  watch: oneOf(WATCHES).optional(),
  runbooks: text.optional(),
  thresholds: shapeOf<AlertThresholds>()({
    notReadyFor: text.optional(),
    missedRefreshes: z.number().int().min(1).optional(),
    failedCalls: z.number().gt(0).lt(1).optional(),
    silentFor: text.optional(),
    expiryDays: z.number().int().min(1).optional(),
  }).optional(),
  grafana: z
    .union([
      z.literal(false),
      shapeOf<GrafanaInput>()({ labels: z.record(text, text).optional(), folder: name.optional() }),
    ])
    .optional(),
  metricsService: z.union([z.literal(false), z.record(text, text)]).optional(),
});

const cluster = shapeOf<ClusterInput>()({
  name: text,
  account: text.optional(),
  region: text.optional(),
  partition: oneOf(PARTITIONS).optional(),
  oidcIssuer: text.optional(),
  operator: shapeOf<OperatorInput>()({
    version: text.optional(),
    namespace: text.optional(),
    serviceAccount: text.optional(),
    install: oneOf(OPERATOR_INSTALLS).optional(),
  }).optional(),
  stores: z
    .record(text, shapeOf<ClusterStoreInput>()({ identity: identity.optional(), backend: remoteBackend.optional() }))
    .optional(),
  monitoring: monitoring.optional(),
});

const value = z.union([text, z.instanceof(Uint8Array)]);

const backend = z.discriminatedUnion('kind', [
  shapeOf<Omit<EmbeddedBackend, 'references'>>()({
    kind: z.literal('embedded'),
    values: z.record(text, z.union([value, z.record(text, value)])),
    nameSuffixHash: flag.optional(),
    as: oneOf(['secret', 'secretGenerator']).optional(),
  }),
  ...remoteBackends,
]);

const store = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ClusterSecretStore'),
    name,
    identity: z
      .custom<undefined>((given) => given === undefined, { error: "no `identity`, which is the cluster's to say" })
      .optional(),
  }),
  z.strictObject({ kind: z.literal('SecretStore').optional(), name: name.optional(), identity: identity.optional() }),
]);

export const catalogueSchema = shapeOf<CatalogueInput>()({
  system: text,
  summary: text.optional(),
  environments: texts.min(1),
  namespace: text,
  owner: text.optional(),
  entries: z.record(text, entry),
  generators: z.record(text, generator).optional(),
  bundles: z.record(text, bundle),
});

export const environmentSchema = shapeOf<EnvironmentInput>()({
  name: text,
  tier: oneOf(TIERS).optional(),
  namespace: text.optional(),
  createNamespace: flag.optional(),
  cluster: cluster.optional(),
  clusters: z.array(cluster).min(1).optional(),
  backend,
  store: store.optional(),
  refreshInterval: text.optional(),
  entries: z.record(text, entryOverride).optional(),
  bundles: z.record(text, shapeOf<BundleOverride>()(bundleOverrideFields)).optional(),
}).refine((given) => given.cluster === undefined || given.clusters === undefined, {
  path: ['clusters'],
  error: 'either `cluster` or `clusters`',
});

export const projectSchema = shapeOf<ProjectInput>()({ systems: z.array(z.unknown()).min(1) });

export const systemSchema = shapeOf<SystemInput>()({
  catalogue: z.unknown(),
  environments: z.array(z.unknown()).min(1),
  folder: text.optional(),
});

// --- internal ---

function shapeOf<Input>() {
  return <Fields extends { readonly [Name in keyof Required<Input>]: z.ZodType }>(
    fields: Fields & { readonly [Name in Exclude<keyof Fields, keyof Input>]: never },
  ) => z.strictObject<Fields>(fields);
}
