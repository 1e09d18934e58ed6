import type { BackendKind, EmbeddedOptions } from './backend';
import type {
  ConsumerKind,
  CreationPolicy,
  Decoding,
  DeletionPolicy,
  FindInput,
  RefreshPolicy,
  RewriteInput,
} from './bundle';
import type { OperatorInstall, Partition } from './cluster';
import type { ComposeFilter } from './compose';
import type { Tier } from './environment';
import type { GenerateInput, ShapeInput } from './field';
import type { AlertThresholds, Watch } from './monitoring';

/**
 * Everything that is made, resolved, as plain data: `JSON.parse(JSON.stringify(plan))` deep-equals it.
 * Lists are sorted by id. Relations travel as ids.
 */
export interface Plan {
  readonly formatVersion: 1;
  readonly systems: readonly PlannedSystem[];
  readonly clusters: readonly PlannedCluster[];
  /** Of the clusters whose operators are installed by what is made here. */
  readonly operators: readonly PlannedOperator[];
  /** Of the clusters that are watched over. */
  readonly monitors: readonly PlannedMonitoring[];
  readonly environments: readonly PlannedEnvironment[];
  readonly namespaces: readonly PlannedNamespace[];
  readonly entries: readonly PlannedEntry[];
  readonly kmsKeys: readonly PlannedKmsKey[];
  readonly bundles: readonly PlannedBundle[];
  readonly generators: readonly PlannedGenerator[];
  readonly serviceAccounts: readonly PlannedServiceAccount[];
  readonly stores: readonly PlannedStore[];
  readonly roles: readonly PlannedRole[];
  readonly policies: readonly PlannedPolicy[];
  readonly vaultRoles: readonly PlannedVaultRole[];
  readonly azureIdentities: readonly PlannedAzureIdentity[];
  readonly stacks: readonly PlannedStack[];
  /** What was written but means nothing. A plan with problems is never rendered. */
  readonly problems: readonly Problem[];
}

/**
 * Where something belongs: an environment, `nova/staging`, or a cluster, `_clusters/blue`.
 * It is also the folder below `dist/kubernetes` and `dist/aws`.
 */
export type Home = string;

export interface PlannedSystem {
  readonly id: string;
  readonly summary?: string;
  /** Where it is written, such as `environments/nova`. */
  readonly folder: string;
  readonly environments: readonly string[];
}

export interface PlannedCluster {
  /** Its name. */
  readonly id: string;
  readonly home: Home;
  /** Where AWS has it, if it does. */
  readonly account?: string;
  readonly region?: string;
  readonly partition?: Partition;
  /** As IAM has it: without `https://` and the last slash. */
  readonly oidcIssuer?: string;
  /** As the cluster's tokens have it. */
  readonly issuerUrl?: string;
  readonly operator: { readonly version: string; readonly namespace: string; readonly serviceAccount: string };
  readonly monitoring?: MonitoringSettings;
}

/** The operator of a cluster, and how it is installed. */
export interface PlannedOperator {
  /** The cluster's name. */
  readonly id: string;
  readonly home: Home;
  readonly version: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly install: Exclude<OperatorInstall, 'none'>;
  /** Values of its Helm chart: what differs from the chart's own. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** How a cluster is watched over, with every default in its place. */
export interface MonitoringSettings {
  readonly name: string;
  readonly namespace: string;
  /** By which Prometheus finds the objects; of what is planned for a cluster ours as well. */
  readonly labels: Labels;
  readonly watch: Watch;
  readonly runbooks?: string;
  readonly thresholds: Required<AlertThresholds>;
  /** The labels and annotations of the dashboard, if there is one. */
  readonly dashboard?: { readonly labels: Labels; readonly annotations: Labels };
  /** What is said of the Service with the metrics of an operator that somebody else installs. */
  readonly metricsService?: Labels | false;
}

/** What is watched over on a cluster. */
export interface PlannedMonitoring extends MonitoringSettings {
  /** The cluster's name. */
  readonly id: string;
  readonly home: Home;
  /** The Service with the operator's metrics, where nobody but us tells Prometheus of it. */
  readonly service?: { readonly namespace: string; readonly labels: Labels };
  /** The namespaces with syncs and their stores. */
  readonly namespaces: readonly string[];
  /** The ClusterSecretStores that something reads through. */
  readonly clusterStores: readonly string[];
  /** The syncs that are refreshed by themselves. */
  readonly refreshed: readonly PlannedRefresh[];
  readonly expiring: readonly PlannedExpiry[];
}

export interface PlannedRefresh {
  readonly namespace: string;
  /** The ExternalSecret's name. */
  readonly name: string;
  /** Between two refreshes. */
  readonly seconds: number;
}

export interface PlannedExpiry {
  /** The entry's id in the plan. */
  readonly entry: string;
  /** What it is called in its backend. */
  readonly remoteKey: string;
  readonly owner?: string;
  /** The day, `YYYY-MM-DD`. */
  readonly expires: string;
}

export interface PlannedEnvironment {
  /** `nova/staging`; also its home. */
  readonly id: string;
  readonly system: string;
  readonly name: string;
  readonly tier: Tier;
  readonly backend: BackendKind;
  /** What its entries are read from; none for embedded values. */
  readonly provider?: PlannedProvider;
  /** Cluster ids, first the one whose account and region are the backend's unless it says otherwise. */
  readonly clusters: readonly string[];
  /** Where a backend of AWS is. */
  readonly account?: string;
  readonly region?: string;
  readonly partition?: Partition;
}

export interface PlannedNamespace {
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly labels: Labels;
}

export interface PlannedEntry {
  /** `nova/staging/backend`. */
  readonly id: string;
  readonly home: Home;
  /** Its id in the catalogue. */
  readonly entry: string;
  readonly summary?: string;
  readonly owner?: string;
  readonly backend: BackendKind;
  /** True when our stack creates it. */
  readonly managed: boolean;
  /** What a `remoteRef` names: the name, or the full ARN of an existing entry. */
  readonly remoteKey: string;
  /** Who says that name. */
  readonly namedIn: 'catalogue' | 'environment' | 'backend';
  /** The ARN that a policy names: with `-??????` for the random suffix unless the full ARN is known. */
  readonly arn?: string;
  /** True when it holds one plain string instead of a JSON object. */
  readonly plain: boolean;
  readonly fields: readonly PlannedField[];
  readonly kmsKey?: string;
  readonly tags: Labels;
  readonly expires?: string;
  /** The CDK construct id: the entry's id, or the one it had before. */
  readonly constructId: string;
  readonly stack?: string;
}

export interface PlannedField {
  /** Its name in the JSON object; empty for a plain value. */
  readonly name: string;
  readonly required: boolean;
  readonly summary?: string;
  readonly generate?: GenerateInput;
  readonly shape?: ShapeInput;
  /** What a `remoteRef` names, where each field is a secret of its own. */
  readonly remoteKey?: string;
  /** Its key in the backend's object, where that is not its name: a plain value in Vault. */
  readonly property?: string;
  /** A dev value's bytes in base64. */
  readonly value?: string;
}

export interface PlannedKmsKey {
  /** Its home and its ARN or alias: `nova/staging/alias/nova-staging`. */
  readonly id: string;
  readonly home: Home;
  /** The ARN of a key that exists and whose ARN is known. */
  readonly arn?: string;
  /** `alias/…`, of a key that exists or is made here. */
  readonly alias?: string;
  readonly managed: boolean;
  readonly tags: Labels;
  readonly constructId: string;
  readonly stack?: string;
}

export interface PlannedBundle {
  /** `nova/staging/nova-staging/nova-backend-secrets`: home, namespace, bundle. */
  readonly id: string;
  readonly home: Home;
  /** Its name in the catalogue. */
  readonly bundle: string;
  readonly summary?: string;
  readonly namespace: string;
  /** The Secret's name as pods write it, hash included. */
  readonly secretName: string;
  readonly secretType: string;
  /** The id of the entry that an open bundle takes everything from. */
  readonly everything?: string;
  /** What an open bundle finds: all below a path. */
  readonly find?: PlannedFind;
  /** The generator that makes what an open bundle holds. */
  readonly generator?: { readonly kind: string; readonly name: string };
  /** What becomes of the names of an open bundle's keys. */
  readonly rewrite: readonly RewriteInput[];
  /** Of an open bundle those that the catalogue knows. */
  readonly keys: readonly PlannedKey[];
  readonly labels: Labels;
  readonly consumers: readonly PlannedConsumer[];
  readonly immutable: boolean;
  readonly source: PlannedSync | EmbeddedSecret;
}

export interface PlannedFind extends FindInput {
  /** The ARN of all that may be found, with `*` at its end. */
  readonly arn?: string;
}

/** @see https://external-secrets.io/latest/api/generator/ */
export interface PlannedGenerator {
  /** Home, namespace and name. */
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly namespace: string;
  readonly kind: string;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly labels: Labels;
}

export interface PlannedKey {
  readonly name: string;
  readonly required: boolean;
  /** Where the value comes from: one field, or literal texts and fields in order. */
  readonly parts: readonly (string | PlannedFieldRead)[];
}

export interface PlannedFieldRead {
  /** An entry's id. */
  readonly entry: string;
  /** A field's name; empty for a plain value. */
  readonly field: string;
  readonly filter?: ComposeFilter;
  readonly version?: string;
  readonly decode?: Decoding;
  /** True when the entry's tags are read and not its value. */
  readonly metadata?: boolean;
}

/** An ExternalSecret. */
export interface PlannedSync {
  readonly kind: 'sync';
  readonly name: string;
  /** None when a generator makes it. */
  readonly storeRef?: { readonly kind: 'SecretStore' | 'ClusterSecretStore'; readonly name: string };
  /** The ids of the stores that the reference means: one, or one on each cluster for a ClusterSecretStore. */
  readonly stores: readonly string[];
  readonly refreshPolicy: RefreshPolicy;
  /** As Go prints durations: `1h0m0s`. */
  readonly refreshInterval: string;
  readonly creationPolicy: CreationPolicy;
  readonly deletionPolicy: DeletionPolicy;
  /** The operator whose defaults are written out. */
  readonly operatorVersion: string;
  /** Merged over the rendered spec. */
  readonly patch?: Readonly<Record<string, unknown>>;
}

/** A Secret whose values stand in the repository. */
export interface EmbeddedSecret extends Required<EmbeddedOptions> {
  readonly kind: 'embedded';
  /** The Secret's name without the hash. */
  readonly name: string;
  /** Values by key in base64, sorted by key. */
  readonly data: Readonly<Record<string, string>>;
}

export interface PlannedConsumer {
  readonly kind: ConsumerKind;
  readonly name: string;
  readonly namespace: string;
  readonly env: readonly string[];
  readonly serviceAccount?: string;
}

export interface PlannedServiceAccount {
  /** `nova/staging/nova-staging/nova-backend-sa`: home, namespace, name. */
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly namespace: string;
  /** The IAM role that it stands for. */
  readonly roleArn?: string;
  readonly annotations: Labels;
  /** False when something else makes the object. */
  readonly emitted: boolean;
  readonly labels: Labels;
}

export interface PlannedStore {
  /** Home, namespace (none for a ClusterSecretStore) and name. */
  readonly id: string;
  readonly home: Home;
  readonly kind: 'SecretStore' | 'ClusterSecretStore';
  readonly name: string;
  readonly namespace?: string;
  readonly provider: PlannedProvider;
  /** The namespaces that consume from a ClusterSecretStore; no other may. */
  readonly conditions: readonly string[];
  readonly identity: PlannedIdentity;
  readonly operatorVersion: string;
  readonly labels: Labels;
}

/** What a store reads. */
export type PlannedProvider =
  | {
      readonly kind: 'secretsManager' | 'parameterStore';
      readonly account: string;
      readonly region: string;
      /** An emulator's URL, which the operator's environment must have. */
      readonly endpoint?: string;
    }
  | {
      readonly kind: 'vault';
      readonly server: string;
      readonly mount: string;
      readonly version: 'v1' | 'v2';
      readonly namespace?: string;
    }
  | { readonly kind: 'azureKeyVault'; readonly vaultUrl: string; readonly tenantId: string }
  /** One that is not modelled: its name and fields in the CRD. */
  | { readonly kind: 'provider'; readonly name: string; readonly spec: Readonly<Record<string, unknown>> };

export type PlannedIdentity =
  /** The store's provider says it. */
  | { readonly kind: 'none' }
  | { readonly kind: 'irsa'; readonly serviceAccount: string; readonly namespace: string }
  | { readonly kind: 'podIdentity'; readonly serviceAccount: string; readonly namespace: string }
  | {
      readonly kind: 'kubernetesAuth';
      readonly serviceAccount: string;
      readonly namespace: string;
      /** Where the auth method is mounted, without `auth/`. */
      readonly mount: string;
      /** The role's name in Vault. */
      readonly role: string;
      readonly audience: string;
    }
  | { readonly kind: 'workloadIdentity'; readonly serviceAccount: string; readonly namespace: string }
  | {
      readonly kind: 'staticCredentials';
      readonly secretName: string;
      readonly namespace: string;
      readonly accessKeyIdKey: string;
      readonly secretAccessKeyKey: string;
      /** Of tier `dev`: the Secret's values by key in base64, when it is made here. */
      readonly data?: Readonly<Record<string, string>>;
    };

export interface PlannedRole {
  /** Its ARN. */
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly path: string;
  readonly permissionsBoundary?: string;
  readonly description: string;
  readonly trust: readonly TrustStatement[];
  /** The ids of the stores that read as this role. */
  readonly stores: readonly string[];
  readonly podIdentityAssociations: readonly PodIdentityAssociation[];
  readonly tags: Labels;
  readonly constructId: string;
  readonly stack: string;
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html */
export interface PodIdentityAssociation {
  readonly cluster: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly constructId: string;
}

export interface PlannedPolicy {
  /** Its ARN. */
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly statements: readonly GrantStatement[];
  /** The role's id; none where a person attaches the policy (static credentials). */
  readonly role?: string;
  readonly constructId: string;
  readonly stack: string;
}

/**
 * A role of Vault's Kubernetes auth method and the policy that it has.
 * @see https://developer.hashicorp.com/vault/api-docs/auth/kubernetes#create-update-role
 */
export interface PlannedVaultRole {
  /** `k8s-myhome/home/harbor/vault-secretstore`: the id of the store that reads as this role. */
  readonly id: string;
  readonly home: Home;
  readonly server: string;
  readonly namespace?: string;
  readonly name: string;
  /** Where the auth method is mounted, without `auth/`. */
  readonly mount: string;
  readonly serviceAccount: { readonly name: string; readonly namespace: string };
  readonly audience: string;
  readonly policy: string;
  /** What the policy lets read: paths of Vault's API. */
  readonly paths: readonly string[];
}

/**
 * A managed identity of Azure, whom it trusts and what it may read.
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
export interface PlannedAzureIdentity {
  /** The id of the store that reads as this identity. */
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly vaultName: string;
  readonly federatedCredentials: readonly {
    readonly name: string;
    readonly issuer: string;
    readonly subject: string;
  }[];
  /** The names of the secrets that it may read. */
  readonly secrets: readonly string[];
  readonly tags: Labels;
}

/** A policy statement in IAM's own words. */
export interface GrantStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Conditions;
}

/** A trust statement in IAM's own words. */
export interface TrustStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal: { readonly Federated: string } | { readonly Service: string };
  readonly Action: readonly string[];
  readonly Condition: Conditions;
}

export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export interface PlannedStack {
  /** Its name, such as `nova-staging-access`. */
  readonly id: string;
  readonly home: Home;
  readonly kind: 'entries' | 'access';
  readonly account: string;
  readonly region: string;
  readonly description: string;
  readonly terminationProtection: boolean;
  readonly tags: Labels;
}

/** Labels of Kubernetes objects and tags of AWS resources: the same words on both sides. */
export type Labels = Readonly<Record<string, string>>;

/** Something written that the plan could not read. */
export interface Problem {
  /** `field`: nobody knows the option. `name`: nothing has that name. `value`: not of its kind. */
  readonly kind: 'field' | 'name' | 'value';
  /** The file, such as `environments/nova/catalogue.ts`. */
  readonly file: string;
  /** The field in it, such as `bundles.app.keys.TOKEN`. */
  readonly field: string;
  /** What was written; left out where it could be a secret. */
  readonly given?: string;
  /** What is allowed, in words. */
  readonly expected: string;
  /** What may stand there, where it is a list. */
  readonly allowed: readonly string[];
}
