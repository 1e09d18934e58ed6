import { z } from 'zod';
import {
  type AzureKeyVaultBackend,
  CERTIFICATE_AUTHORITY_KINDS,
  type CertificateAuthorityReference,
  type EmbeddedBackend,
  type IrsaIdentity,
  type KubernetesAuth,
  type ParameterStoreBackend,
  type PodIdentity,
  type ProviderBackend,
  type RoleInput,
  type SecretsManagerBackend,
  type StaticCredentials,
  type VaultBackend,
  type VaultRoleInput,
  type WorkloadIdentity,
} from '../model';
import { flag, name, oneOf, shapeOf, text } from './schema-words';

/*
 * What keeps values, and who reads them.
 */

/** A key that is made here may have an alias. */
export const kmsKey = z
  .strictObject({ arn: name.optional(), alias: name.optional(), create: z.literal(true).optional() })
  .refine(({ arn, alias, create }) => (create ? arn === undefined : (arn === undefined) !== (alias === undefined)), {
    error: 'exactly one of `arn`, `alias` and `create`',
  });

const role = shapeOf<RoleInput>()({
  name: name.optional(),
  path: text.optional(),
  permissionsBoundary: text.optional(),
});

export const identity = z.discriminatedUnion('kind', [
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

const certificateAuthority = shapeOf<CertificateAuthorityReference>()({
  type: oneOf(CERTIFICATE_AUTHORITY_KINDS),
  name,
  key: name.optional(),
  namespace: name.optional(),
});

const vaultBackend = shapeOf<VaultBackend>()({
  kind: z.literal('vault'),
  server: text,
  ca: z.union([name, certificateAuthority]).optional(),
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
export const remoteBackend = z.discriminatedUnion('kind', remoteBackends);

const value = z.union([text, z.instanceof(Uint8Array)]);

export const backend = z.discriminatedUnion('kind', [
  shapeOf<Omit<EmbeddedBackend, 'references'>>()({
    kind: z.literal('embedded'),
    values: z.record(text, z.union([value, z.record(text, value)])),
    nameSuffixHash: flag.optional(),
    as: oneOf(['secret', 'secretGenerator']).optional(),
  }),
  ...remoteBackends,
]);

export const store = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ClusterSecretStore'),
    name,
    identity: z
      .custom<undefined>((given) => given === undefined, { error: "no `identity`, which is the cluster's to say" })
      .optional(),
  }),
  z.strictObject({ kind: z.literal('SecretStore').optional(), name: name.optional(), identity: identity.optional() }),
]);
