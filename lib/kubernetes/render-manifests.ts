import type { KubernetesObject, ManifestFile, OutputFile, Plan } from '../model';
import { type EmbeddedBundle, renderKustomization } from './kustomization';
import { objectsOf } from './objects';
import { operatorValuesFile } from './operator-values';
import { workloadComponents } from './workload-components';
import { formatYaml } from './yaml';

/** The Kubernetes side of a plan: one object a file, and a kustomization in each home. */
export function renderManifests(plan: Plan): ManifestFile[] {
  return renderObjects(plan, objectsOf(plan));
}

/** The files of objects by home, sorted by path, however the objects were made. */
export function renderObjects(plan: Plan, homes: ReadonlyMap<string, readonly KubernetesObject[]>): ManifestFile[] {
  const embedded = embeddedByHome(plan);
  const files = [...homes].flatMap(([home, objects]) => renderHome(plan, home, objects, embedded.get(home) ?? []));
  const components = workloadComponents(plan.workloads, (home) => sourceOf(plan, home));
  return [...files, ...plan.operators.flatMap(operatorValuesFile), ...components].sort(byPath);
}

// --- internal ---

function renderHome(
  plan: Plan,
  home: string,
  objects: readonly KubernetesObject[],
  embedded: readonly EmbeddedBundle[],
): ManifestFile[] {
  const folder = `kubernetes/${home}`;
  const files = objects
    .map((object) => ({ path: `${folder}/${fileOf(object)}`, text: formatYaml(object), objects: [object] }))
    .sort(byPath);
  const kustomization = renderKustomization({
    folder,
    from: sourceOf(plan, home),
    resources: files.map((file) => file.path.slice(folder.length + 1)),
    embedded,
    pushes: objects.some(({ kind }) => kind === 'PushSecret'),
  });
  return [...files, ...kustomization.map((file) => ({ ...file, objects: [] }))];
}

const byPath = (a: OutputFile, b: OutputFile): number => (a.path < b.path ? -1 : 1);

/** `nova-staging/externalsecret-nova-backend-secrets.yaml`. */
const fileOf = ({ kind, metadata }: KubernetesObject): string =>
  `${metadata.namespace ?? '_cluster'}/${kind.toLowerCase()}-${metadata.name}.yaml`;

function sourceOf(plan: Plan, home: string): string {
  const environment = plan.environments.find(({ id }) => id === home);
  const system = plan.systems.find(({ id }) => id === environment?.system);
  return system ? `${system.folder}/` : 'environments/';
}

function embeddedByHome(plan: Plan): Map<string, EmbeddedBundle[]> {
  const homes = new Map<string, EmbeddedBundle[]>();
  for (const bundle of plan.bundles) {
    const { source, home } = bundle;
    if (source.kind !== 'embedded') continue;
    const own = homes.get(home);
    if (own) own.push({ ...bundle, source });
    else homes.set(home, [{ ...bundle, source }]);
  }
  return homes;
}
