import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubernetesObject, ManifestFile, Plan } from '../model';
import { SystemSecrets, type SystemSecretsProps } from './constructs';
import { gitopsObjects } from './gitops/objects';
import { inKustomizeOrder } from './kustomize-order';
import { renderObjects } from './render-manifests';

/** A chart with everything that one environment, or one cluster, has on the Kubernetes side. */
export class SystemChart extends Chart {
  constructor(scope: Construct, id: string, props: SystemSecretsProps) {
    super(scope, id);
    new SystemSecrets(this, 'Secrets', props);
  }
}

/** A chart for each environment and for each cluster that owns something. */
export function buildKubernetesApp(plan: Plan): App {
  const app = new App();
  for (const home of homesOf(plan)) new SystemChart(app, chartId(home), { plan, home });
  return app;
}

/** The files of {@link renderManifests}, made by way of the constructs. */
export function renderKubernetesApp(app: App, plan: Plan): ManifestFile[] {
  const homes = new Map<string, KubernetesObject[]>();
  for (const home of homesOf(plan)) {
    const chart = app.node.findChild(chartId(home)) as Chart;
    homes.set(home, chart.toJson().map(inFileOrder));
  }
  return renderObjects(plan, homes);
}

// --- internal ---

/** cdk8s sorts keys its own way: a Secret reads as kustomize writes it. */
function inFileOrder(object: KubernetesObject): KubernetesObject {
  if (object.kind !== 'Secret') return object;
  const { apiVersion, data, kind, metadata, ...rest } = object;
  return { apiVersion, data: inKustomizeOrder(data as Record<string, unknown>), kind, metadata, ...rest };
}

const homesOf = (plan: Plan): string[] => [
  ...new Set([
    ...plan.environments.map(({ id }) => id),
    ...[...plan.stores, ...plan.serviceAccounts, ...plan.monitors].map(({ home }) => home),
    ...gitopsObjects(plan).map(([home]) => home),
  ]),
];

const chartId = (home: string): string => home.replaceAll('/', '-');
