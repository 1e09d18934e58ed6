import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { KubernetesObject, Plan, PlannedBundle, PlannedPush, PlannedStore } from '../model';
import { credentialsManifests, generatorManifest, namespaceManifest, serviceAccountManifest } from './core-objects';
import { gitopsObjects } from './gitops/objects';
import { monitoringManifests } from './monitoring';
import { bundleObjects, entriesById, pushObject } from './objects';
import { storeManifest } from './store';

export interface SyncedSecretProps {
  readonly plan: Plan;
  /** The bundle's id in the plan: `nova/staging/nova-staging/nova-backend-secrets`. */
  readonly bundle: string;
}

/**
 * What makes one Kubernetes Secret: an ExternalSecret, or the Secret itself where its values are embedded.
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
export class SyncedSecret extends Construct {
  /** The bundle as it is planned: its Secret's name and keys. */
  readonly bundle: PlannedBundle;

  constructor(scope: Construct, id: string, { plan, bundle }: SyncedSecretProps) {
    super(scope, id);
    this.bundle = find(plan.bundles, bundle, 'bundle');
    addObjects(this, bundleObjects(this.bundle, entriesById(plan)));
  }
}

export interface PushedSecretProps {
  readonly plan: Plan;
  /** The push's id in the plan: `shop/production/ingress/ingress-tls`. */
  readonly push: string;
}

/**
 * What keeps a Secret of the cluster in its entry: a PushSecret.
 * @see https://external-secrets.io/latest/api/pushsecret/
 */
export class PushedSecret extends Construct {
  /** The push as it is planned. */
  readonly push: PlannedPush;

  constructor(scope: Construct, id: string, { plan, push }: PushedSecretProps) {
    super(scope, id);
    this.push = find(plan.pushes, push, 'push');
    addObjects(this, [pushObject(this.push, plan, entriesById(plan))]);
  }
}

export interface StoreProps {
  readonly plan: Plan;
  /** The store's id in the plan: `nova/staging/nova-staging/aws-secretsmanager`. */
  readonly store: string;
}

/**
 * A SecretStore or ClusterSecretStore, and the ServiceAccount or the placeholder access key it reads with.
 * @see https://external-secrets.io/latest/api/secretstore/
 */
export class Store extends Construct {
  /** The store as it is planned. */
  readonly store: PlannedStore;

  constructor(scope: Construct, id: string, { plan, store }: StoreProps) {
    super(scope, id);
    this.store = find(plan.stores, store, 'store');
    addObjects(this, [storeManifest(this.store)]);
    const { identity, home } = this.store;
    const credentials = credentialsManifests(this.store);
    if (credentials.length > 0) addObjects(new Construct(this, 'Credentials'), credentials);
    if (!('serviceAccount' in identity)) return;
    const account = plan.serviceAccounts.find(
      ({ id }) => id === `${home}/${identity.namespace}/${identity.serviceAccount}`,
    );
    if (account?.emitted) addObjects(new Construct(this, 'ServiceAccount'), [serviceAccountManifest(account)]);
  }
}

export interface SystemSecretsProps {
  readonly plan: Plan;
  /** An environment, `nova/staging`, a cluster, `_clusters/blue`, or a folder of what deploys by itself, `_gitops/fleet`. */
  readonly home: string;
}

/** Everything that one environment of a system, or one cluster, has on the Kubernetes side. */
export class SystemSecrets extends Construct {
  constructor(scope: Construct, id: string, { plan, home }: SystemSecretsProps) {
    super(scope, id);
    const gitops = gitopsObjects(plan);
    const homes = [
      ...plan.environments.map((environment) => environment.id),
      ...plan.clusters.map((cluster) => cluster.home),
      ...gitops.map(([folder]) => folder),
    ];
    if (!homes.includes(home)) throw new Error(`the plan has no home "${home}": it has ${homes.join(', ')}`);
    const own = <Item extends { readonly home: string }>(items: readonly Item[]) =>
      items.filter((item) => item.home === home);
    for (const namespace of own(plan.namespaces)) {
      addObjects(new Construct(this, `namespace-${namespace.name}`), [namespaceManifest(namespace)]);
    }
    for (const store of own(plan.stores)) new Store(this, `store-${localId(store)}`, { plan, store: store.id });
    for (const generator of own(plan.generators)) {
      addObjects(new Construct(this, `generator-${localId(generator)}`), [generatorManifest(generator)]);
    }
    for (const bundle of own(plan.bundles))
      new SyncedSecret(this, `secret-${localId(bundle)}`, { plan, bundle: bundle.id });
    for (const push of own(plan.pushes)) new PushedSecret(this, `push-${localId(push)}`, { plan, push: push.id });
    for (const object of own(plan.monitors).flatMap(monitoringManifests)) {
      addObjects(new Construct(this, `monitoring-${object.kind}`), [object]);
    }
    for (const object of gitops.flatMap(([folder, objects]) => (folder === home ? objects : []))) {
      addObjects(new Construct(this, `${object.kind.toLowerCase()}-${object.metadata.name}`), [object]);
    }
  }
}

// --- internal ---

function addObjects(scope: Construct, objects: readonly KubernetesObject[]): void {
  for (const object of objects) new ApiObject(scope, 'Resource', object);
}

/** An id within its home, as a construct id: `/` would end it. */
const localId = ({ id, home }: { readonly id: string; readonly home: string }): string =>
  id.slice(home.length + 1).replaceAll('/', '.');

function find<Item extends { readonly id: string }>(items: readonly Item[], id: string, what: string): Item {
  const found = items.find((item) => item.id === id);
  if (found) return found;
  throw new Error(
    `the plan has no ${what} "${id}"; it has ${items.map((item) => `"${item.id}"`).join(', ') || 'none'}`,
  );
}
