import { z } from 'zod';
import {
  type BundleInput,
  type BundleOverride,
  type CatalogueInput,
  CONSUMER_KINDS,
  type Composed,
  type ConsumerInput,
  CREATION_POLICIES,
  DECODINGS,
  DELETION_POLICIES,
  type EntryInput,
  type EntryOverride,
  type EnvironmentInput,
  type FieldInput,
  type FindInput,
  GENERATOR_KINDS,
  type GenerateInput,
  MERGE_CONFLICT_POLICIES,
  MERGE_PRIORITY_POLICIES,
  type MergeInput,
  type NamespaceSelector,
  type ProjectInput,
  PUSH_DELETION_POLICIES,
  type PushInput,
  REFRESH_POLICIES,
  RESTARTS,
  type ReadInput,
  type RenameInput,
  type ShapeInput,
  type SystemInput,
  TEMPLATE_TARGETS,
  type Template,
  type TemplateFromInput,
  TIERS,
  type TransformInput,
} from '../model';
import { backend, kmsKey, remoteBackend, store } from './schema-backends';
import { cluster } from './schema-clusters';
import { flag, name, oneOf, shapeOf, text, texts } from './schema-words';

/*
 * The input types once more, for loaders that only strip types. `shapeOf` keeps the two alike: a field that a type has
 * and its schema lacks, or the other way round, does not compile.
 */

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

const entry = shapeOf<EntryInput>()({
  summary: text.optional(),
  owner: text.optional(),
  fields: z.record(name, field).optional(),
  value: plainValue.optional(),
  secretKey: name.optional(),
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
  env: z.union([texts, z.record(name, text)]).optional(),
  container: name.optional(),
  restart: oneOf(RESTARTS).optional(),
  serviceAccount: text.optional(),
});

const namespaceSelector = shapeOf<NamespaceSelector>()({
  matchLabels: z.record(name, text).optional(),
  matchExpressions: z
    .array(
      z.discriminatedUnion('operator', [
        z.strictObject({ key: name, operator: oneOf(['In', 'NotIn']), values: texts.min(1) }),
        z.strictObject({ key: name, operator: oneOf(['Exists', 'DoesNotExist']) }),
      ]),
    )
    .optional(),
});

const bundleOverrideFields = {
  namespace: z.union([text, texts.min(1)]).optional(),
  backend: remoteBackend.optional(),
  store: store.optional(),
  namespaceSelector: namespaceSelector.optional(),
  secretName: name.optional(),
  syncName: name.optional(),
  clusterSyncName: name.optional(),
  refreshInterval: text.optional(),
  refreshPolicy: oneOf(REFRESH_POLICIES).optional(),
  creationPolicy: oneOf(CREATION_POLICIES).optional(),
  deletionPolicy: oneOf(DELETION_POLICIES).optional(),
  immutable: flag.optional(),
  // its fields are checked by the compiler, and by the API server
  patch: z.record(text, z.unknown()).optional(),
  consumers: z.array(consumer).optional(),
};

const ONE_PLACE = 'either `namespace` or `namespaceSelector`';
const hasOnePlace = (given: { readonly namespace?: unknown; readonly namespaceSelector?: unknown }): boolean =>
  given.namespace === undefined || given.namespaceSelector === undefined;

const read = shapeOf<ReadInput>()({
  from: text,
  version: name.optional(),
  decode: oneOf(DECODINGS).optional(),
  metadata: flag.optional(),
});

const composed = shapeOf<Omit<Composed, 'references'>>()({ compose: text });

const template = shapeOf<Omit<Template, 'references'>>()({
  template: z.union([text, z.strictObject({ configMap: name }), z.strictObject({ secret: name })]),
  inputs: z.record(name, z.union([text, read])),
  dev: composed.optional(),
});

const merge = shapeOf<MergeInput>()({
  into: name.optional(),
  priority: texts.optional(),
  priorityPolicy: oneOf(MERGE_PRIORITY_POLICIES).optional(),
  conflictPolicy: oneOf(MERGE_CONFLICT_POLICIES).optional(),
});

const rewrite = z.union([
  shapeOf<RenameInput>()({ source: name, target: text }),
  shapeOf<TransformInput>()({ transform: name }),
  z.strictObject({ merge }),
]);

const bundle = shapeOf<BundleInput>()({
  ...bundleOverrideFields,
  summary: text.optional(),
  all: texts.optional(),
  keys: z.record(text, z.union([text, composed, template, read])).optional(),
  everything: text.optional(),
  find: shapeOf<FindInput>()({
    path: name.optional(),
    name: name.optional(),
    tags: z.record(text, text).optional(),
  }).optional(),
  generator: text.optional(),
  rewrite: z.array(rewrite).optional(),
  templateFrom: z
    .array(
      shapeOf<TemplateFromInput>()({
        template,
        key: name.optional(),
        target: oneOf(TEMPLATE_TARGETS).optional(),
      }).refine((given) => (typeof given.template.template === 'string') === (given.key === undefined), {
        error: '`key` of a template that a ConfigMap or Secret keeps, and of no other',
      }),
    )
    .optional(),
  secretLabels: z.record(name, text).optional(),
  secretAnnotations: z.record(name, text).optional(),
  type: text.optional(),
  onlyIn: texts.optional(),
}).refine(hasOnePlace, { error: ONE_PLACE });

/** Its fields are checked by the compiler, and by the API server. */
const generator = z.strictObject({ kind: oneOf(GENERATOR_KINDS), spec: z.record(text, z.unknown()) });

const push = shapeOf<PushInput>()({
  summary: text.optional(),
  entry: text,
  fields: z.record(text, name).optional(),
  key: name.optional(),
  namespace: name.optional(),
  secretName: name.optional(),
  refreshInterval: text.optional(),
  deletionPolicy: oneOf(PUSH_DELETION_POLICIES).optional(),
  onlyIn: texts.optional(),
});

export const catalogueSchema = shapeOf<CatalogueInput>()({
  system: text,
  summary: text.optional(),
  environments: texts.min(1),
  namespace: text,
  owner: text.optional(),
  entries: z.record(text, entry),
  generators: z.record(text, generator).optional(),
  bundles: z.record(text, bundle).optional(),
  pushes: z.record(text, push).optional(),
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
  restart: oneOf(RESTARTS).optional(),
  entries: z.record(text, entryOverride).optional(),
  bundles: z
    .record(text, shapeOf<BundleOverride>()(bundleOverrideFields).refine(hasOnePlace, { error: ONE_PLACE }))
    .optional(),
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
