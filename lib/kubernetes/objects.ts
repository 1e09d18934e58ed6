import type { KubernetesObject, Plan, PlannedBundle, PlannedEntry, PlannedPush } from '../model';
import { clusterExternalSecretManifest } from './cluster-external-secret';
import { credentialsManifests, generatorManifest, namespaceManifest, serviceAccountManifest } from './core-objects';
import { externalSecretManifest } from './external-secret';
import { gitopsObjects } from './gitops/objects';
import { kustomizeSecret } from './kustomize-secret';
import { monitoringManifests } from './monitoring';
import { pushSecretManifest } from './push-secret';
import { storeManifest } from './store';

/** Every object of a plan by home, in the plan's order: namespaces, ServiceAccounts, stores, then what reads. */
export function objectsOf(plan: Plan): Map<string, KubernetesObject[]> {
  const homes = new Map<string, KubernetesObject[]>(plan.environments.map(({ id }) => [id, []]));
  const add = (home: string, object: KubernetesObject) => {
    const objects = homes.get(home);
    if (objects) objects.push(object);
    else homes.set(home, [object]);
  };
  const entries = entriesById(plan);
  for (const namespace of plan.namespaces) add(namespace.home, namespaceManifest(namespace));
  for (const account of plan.serviceAccounts) if (account.emitted) add(account.home, serviceAccountManifest(account));
  for (const store of plan.stores) {
    for (const secret of credentialsManifests(store)) add(store.home, secret);
    add(store.home, storeManifest(store));
  }
  for (const generator of plan.generators) add(generator.home, generatorManifest(generator));
  for (const bundle of plan.bundles) for (const object of bundleObjects(bundle, entries)) add(bundle.home, object);
  for (const push of plan.pushes) add(push.home, pushObject(push, plan, entries));
  for (const monitor of plan.monitors) for (const object of monitoringManifests(monitor)) add(monitor.home, object);
  for (const [home, objects] of gitopsObjects(plan)) homes.set(home, objects);
  return homes;
}

/** What makes a bundle's Secret: an ExternalSecret or what makes that, the Secret itself, or nothing where kustomize generates it. */
export function bundleObjects(bundle: PlannedBundle, entries: ReadonlyMap<string, PlannedEntry>): KubernetesObject[] {
  const { source } = bundle;
  if (source.kind === 'sync') {
    const sync = externalSecretManifest({ ...bundle, source }, entries);
    return [source.clusterSync ? clusterExternalSecretManifest({ ...bundle, source }, source.clusterSync, sync) : sync];
  }
  if (source.as === 'secretGenerator') return [];
  const {
    namespace,
    secretName: name,
    secretType: type,
    secretLabels: labels,
    secretAnnotations: annotations,
  } = bundle;
  const place = namespace === undefined ? {} : { namespace };
  const secret = { name, nameSuffixHash: false, ...place, type, data: source.data, labels, annotations };
  return [kustomizeSecret(secret).manifest];
}

/** What keeps a Secret in its entry. */
export function pushObject(
  push: PlannedPush,
  { kmsKeys }: Plan,
  entries: ReadonlyMap<string, PlannedEntry>,
): KubernetesObject {
  const entry = entries.get(push.entry);
  if (!entry) throw new Error(`the plan has no entry "${push.entry}", which ${push.id} makes`);
  const kmsKey = kmsKeys.find(({ id }) => id === entry.kmsKey);
  return pushSecretManifest(push, entry, kmsKey);
}

export const entriesById = (plan: Plan): Map<string, PlannedEntry> =>
  new Map(plan.entries.map((entry) => [entry.id, entry]));
