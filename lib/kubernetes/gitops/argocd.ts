import type {
  Destination,
  KubernetesObject,
  PlannedApplication,
  PlannedArgoCd,
  PlannedOperator,
  PlannedTarget,
} from '../../model';
import { CHART, chartValues } from './chart';
import { pathBelow } from './path';

/** The Application that a person applies. What it holds is deleted with what it is made of, and not what that made. */
export function rootApplication(argo: PlannedArgoCd): KubernetesObject {
  const { name, namespace, labels, repoURL, targetRevision } = argo;
  const source = { path: pathBelow(argo, argo.folder), repoURL, targetRevision };
  const destination = { namespace, server: 'https://kubernetes.default.svc' };
  return {
    ...APPLICATION,
    metadata: { annotations: SERVER_SIDE_DIFF, labels, name, namespace },
    spec: { destination, project: argo.project, source, syncPolicy: syncPolicy(true) },
  };
}

/** An Application, or one for each of its clusters by way of an ApplicationSet. */
export function applicationManifest(
  argo: PlannedArgoCd,
  application: PlannedApplication,
  operators: ReadonlyMap<string, PlannedOperator>,
): KubernetesObject {
  const { name, wave, targets } = application;
  const { labels, namespace } = argo;
  const { destination, ...spec } = specOf(argo, application, operators);
  const [target, ...others] = targets;
  if (target === undefined || others.length > 0) return applicationSet(argo, application, { ...spec, destination });
  const annotations = { ...SERVER_SIDE_DIFF, ...waveAnnotations(wave).annotations };
  return {
    ...APPLICATION,
    metadata: { annotations, labels, name, namespace },
    spec: { destination: { ...destination, ...target.destination }, ...spec },
  };
}

/**
 * When in its turn Argo CD deploys an object: it waits until all of the turn before is healthy.
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 */
export const waveAnnotations = (wave: number | undefined): { readonly annotations?: Record<string, string> } =>
  wave ? { annotations: { 'argocd.argoproj.io/sync-wave': String(wave) } } : {};

// --- internal ---

const APPLICATION = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' };

/**
 * The API server says what differs: what it fills in, and what others have added, is no difference.
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/diff-strategies/#server-side-diff
 */
const SERVER_SIDE_DIFF = { 'argocd.argoproj.io/compare-options': 'ServerSideDiff=true' };

/**
 * No finalizer: to delete an Application is to leave alone what it has deployed.
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/#about-the-deletion-finalizer
 */
const syncPolicy = (prune: boolean, ...options: readonly string[]) => ({
  automated: { prune, selfHeal: true },
  // Half an hour: a store is not ready before somebody has deployed the role that it reads as.
  retry: { backoff: { duration: '10s', factor: 2, maxDuration: '3m0s' }, limit: 12 },
  // Definitions of the operator are longer than the annotation that client-side apply puts them into.
  // @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#server-side-apply
  syncOptions: [...options, 'ServerSideApply=true'],
});

/** Without what its cluster is. */
interface ApplicationSpec {
  readonly destination: { readonly namespace?: string };
  readonly project: string;
  readonly source: object;
  readonly syncPolicy: object;
}

/** @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-List/ */
function applicationSet(
  { labels, namespace }: PlannedArgoCd,
  { name, wave, targets }: PlannedApplication,
  { destination, ...spec }: ApplicationSpec,
): KubernetesObject {
  const { elements, template } = listOf(targets);
  return {
    apiVersion: APPLICATION.apiVersion,
    kind: 'ApplicationSet',
    metadata: { ...waveAnnotations(wave), labels, name, namespace },
    spec: {
      generators: [{ list: { elements } }],
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      // Else each Application is made with a finalizer that deletes all it has deployed.
      // @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Application-Deletion/
      syncPolicy: { preserveResourcesOnDeletion: true },
      template: {
        metadata: { annotations: SERVER_SIDE_DIFF, labels, name: '{{.name}}' },
        spec: { destination: { ...destination, ...template }, ...spec },
      },
    },
  };
}

function specOf(argo: PlannedArgoCd, { source }: PlannedApplication, operators: ReadonlyMap<string, PlannedOperator>) {
  const { repoURL, targetRevision, project, prune } = argo;
  if ('home' in source) {
    const folder = { path: pathBelow(argo, source.home), repoURL, targetRevision };
    return { destination: {}, project, source: folder, syncPolicy: syncPolicy(prune) };
  }
  const operator = operators.get(source.operator);
  if (!operator) throw new Error(`the plan has no operator of ${source.operator}`);
  const helm = { releaseName: operator.release, valuesObject: chartValues(operator) };
  const chart = { chart: CHART.name, helm, repoURL: CHART.repository, targetRevision: operator.version };
  const { namespace } = operator;
  return { destination: { namespace }, project, source: chart, syncPolicy: syncPolicy(prune, 'CreateNamespace=true') };
}

/** What differs between the Applications of a set. A list has every field that one of its elements has. */
function listOf(targets: readonly PlannedTarget[]) {
  const fields = (['name', 'server'] as const).filter((field) =>
    targets.some(({ destination }) => fieldOf(destination, field) !== ''),
  );
  const keyOf = { name: 'destination', server: 'server' };
  return {
    elements: targets.map(({ name, cluster, destination }) => ({
      ...{ cluster, name },
      ...Object.fromEntries(fields.map((field) => [keyOf[field], fieldOf(destination, field)])),
    })),
    template: Object.fromEntries(fields.map((field) => [field, `{{.${keyOf[field]}}}`])),
  };
}

const fieldOf = (destination: Destination, field: 'name' | 'server'): string =>
  Object.entries(destination).find(([name]) => name === field)?.[1] ?? '';
