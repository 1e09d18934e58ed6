/*
 * nova's own chart, as somebody writes one beside a catalogue: `npm run workloads` writes dist/workloads/nova.
 */

import { App, Chart, YamlOutputType } from 'cdk8s';
import { Deployment, LabelSelector } from 'cdk8s-plus-28';
import { buildPlan, type EnvironmentOf, type Plan } from 'keywright';
import { bind } from 'keywright/kubernetes';
import project from '..';
import { catalogue } from './catalogue';

/** A folder for each environment, with the Deployments that read its Secrets. */
export function workloads(plan: Plan = buildPlan(project)): App {
  const app = new App({
    yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
    outputFileExtension: '.yaml',
  });
  for (const environment of catalogue.environments) addAuthService(app, plan, environment);
  return app;
}

if (require.main === module) workloads().synth();

// --- internal ---

/** In the namespace of its Secret: `bind` throws otherwise. It runs as nobody: what reads AWS is the operator. */
function addAuthService(app: App, plan: Plan, environment: EnvironmentOf<typeof catalogue>): void {
  const chart = new Chart(app, environment, { namespace: `nova-${environment}` });
  const labels = { app: 'auth-service' };
  const deployment = new Deployment(chart, 'auth-service', {
    metadata: { name: 'auth-service' },
    containers: [{ name: 'auth-service', image: 'auth-service' }],
    podMetadata: { labels },
    select: false,
  });
  deployment.select(LabelSelector.of({ labels }));
  const secrets = bind(catalogue, plan, { environment, scope: chart });
  secrets.env(deployment.containers[0]!, 'nova-backend-secrets', {
    DATABASE_URL: 'DATABASE_URL',
    REDIS_URL: 'REDIS_URL',
  });
}
