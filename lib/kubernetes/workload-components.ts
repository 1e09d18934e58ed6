import type { ConsumerKind, ManifestFile, PlannedWorkload } from '../model';
import { headOf } from './kustomization';
import { formatYaml } from './yaml';

/**
 * What each workload gets, as Components that the kustomization of the workload takes: one for all of a namespace, and
 * one for each. Nothing of it is in the environment's own kustomization, which has no workloads.
 * @see https://kubectl.docs.kubernetes.io/guides/config_management/components/
 */
export function workloadComponents(
  workloads: readonly PlannedWorkload[],
  sourceOf: (home: string) => string,
): ManifestFile[] {
  const byFolder = new Map<string, PlannedWorkload[]>();
  for (const workload of workloads) {
    const folder = `kubernetes/${workload.home}/_consumers/${workload.namespace}`;
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), workload]);
  }
  return [...byFolder].flatMap(([folder, own]) => {
    const head = headOf(sourceOf(own[0]!.home));
    const all = { ...COMPONENT, components: own.map(nameOf) };
    return [
      file(`${folder}/kustomization.yaml`, head + formatYaml(all)),
      ...own.flatMap((workload) => componentFiles(`${folder}/${nameOf(workload)}`, head, workload)),
    ];
  });
}

// --- internal ---

const COMPONENT = { apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component' };

const GROUPS: Readonly<Record<ConsumerKind, string>> = {
  Deployment: 'apps',
  StatefulSet: 'apps',
  DaemonSet: 'apps',
  Job: 'batch',
  CronJob: 'batch',
  Pod: '',
};

/** Where the pod's spec is. */
const POD_SPECS: Readonly<Record<ConsumerKind, readonly string[]>> = {
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  Job: ['spec', 'template', 'spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  Pod: ['spec'],
};

const nameOf = ({ kind, name }: PlannedWorkload): string => `${kind.toLowerCase()}-${name}`;

function componentFiles(folder: string, head: string, workload: PlannedWorkload): ManifestFile[] {
  const isAnnotated = Object.keys(workload.annotations).length > 0;
  const kustomization = {
    ...COMPONENT,
    ...(isAnnotated && { configurations: ['kustomizeconfig.yaml'] }),
    patches: [{ path: 'patch.yaml', target: targetOf(workload) }],
    replacements: guardsOf(workload),
  };
  return [
    file(`${folder}/kustomization.yaml`, head + GUARDED + formatYaml(kustomization)),
    ...(isAnnotated ? [file(`${folder}/kustomizeconfig.yaml`, formatYaml(annotatedNames(workload)))] : []),
    file(`${folder}/patch.yaml`, formatYaml(patchOf(workload))),
  ];
}

const file = (path: string, text: string): ManifestFile => ({ path, text, objects: [] });

/** A strategic merge patch: kubectl and the API server take it too. */
function patchOf({ kind, name, namespace, annotations, containers }: PlannedWorkload): object {
  const group = GROUPS[kind];
  const podSpec = { containers: containers.map(({ name, env }) => ({ env: env.map(variableOf), name })) };
  const nested = POD_SPECS[kind].reduceRight<object>((inner, field) => ({ [field]: inner }), podSpec);
  return {
    apiVersion: group === '' ? 'v1' : `${group}/v1`,
    kind,
    metadata: { ...(Object.keys(annotations).length > 0 && { annotations }), name, namespace },
    ...(containers.length > 0 && nested),
  };
}

const variableOf = ({ name, secretName, key, optional }: PlannedWorkload['containers'][number]['env'][number]) => ({
  name,
  valueFrom: { secretKeyRef: { key, name: secretName, ...(optional && { optional }) } },
});

/**
 * A regular expression, because the workload's file may leave its namespace to the kustomization, which sets it only
 * after its components have been at work; until then kustomize says `default`.
 */
const targetOf = ({ kind, name, namespace }: PlannedWorkload) => ({
  ...groupOf(kind),
  kind,
  name: name.replaceAll('.', '\\.'),
  namespace: namespace === 'default' ? namespace : `default|${namespace}`,
  version: 'v1',
});

const groupOf = (kind: ConsumerKind) => (GROUPS[kind] === '' ? {} : { group: GROUPS[kind] });

const GUARDED =
  '# The replacements change nothing: they fail where the workload is not there, in this namespace and with this container.\n';

/** A patch that finds nothing says nothing, and to a container that is not there it would add a container. */
function guardsOf(workload: PlannedWorkload): object[] {
  const { kind, name, containers } = workload;
  const images = containers.map((it) => [...containerPath(kind, it.name), 'image'].join('.'));
  const select = { ...groupOf(kind), kind, name, version: 'v1' };
  return [...images, patchedField(workload)].map((fieldPath) => {
    return { source: { fieldPath, ...select }, targets: [{ fieldPaths: [fieldPath], select }] };
  });
}

/** What only the patch can have brought. */
function patchedField({ kind, annotations, containers: [first] }: PlannedWorkload): string {
  const variable = first && [...containerPath(kind, first.name), 'env', `[name=${first.env[0]!.name}]`];
  if (variable) return [...variable, 'valueFrom', 'secretKeyRef', 'key'].join('.');
  return `metadata.annotations.${Object.keys(annotations)[0]!.replaceAll('.', '\\.')}`;
}

const containerPath = (kind: ConsumerKind, name: string): string[] => [
  ...POD_SPECS[kind],
  'containers',
  `[name=${name}]`,
];

/** An overlay's `namePrefix` changes the Secret's name: the annotation follows where it has one. */
const annotatedNames = ({ kind, annotations }: PlannedWorkload): object => ({
  nameReference: Object.keys(annotations).map((name) => ({
    kind: 'Secret',
    fieldSpecs: [{ kind, path: `metadata/annotations/${name.replaceAll('/', '\\/')}` }],
  })),
});
