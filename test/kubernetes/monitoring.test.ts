import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from '../../lib/checks';
import { renderOutput } from '../../lib/cli/render-output';
import { buildKubernetesApp, renderKubernetesApp, renderManifests } from '../../lib/kubernetes';
import { argocd, type ClusterInput, flux, type KubernetesObject, prometheus } from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { expectFiles } from '../expected';
import { samplePlan } from '../sample';
import { watchedProject } from '../watched';

/** Everything that can be said. */
const plan = buildPlan(
  watchedProject({
    name: 'secrets',
    namespace: 'monitoring',
    labels: { release: 'kube-prometheus-stack' },
    runbooks: 'https://example.com/alerts.md',
    thresholds: { notReadyFor: '5m', missedRefreshes: 2, failedCalls: 0.25, silentFor: '1h', expiryDays: 7 },
    grafana: { labels: { dashboard: 'yes' }, folder: 'Secrets' },
    metricsService: { app: 'eso-metrics' },
  }),
);

test('the files of what watches over a cluster, with everything said', () => {
  const files = renderManifests(plan).filter(({ objects }) =>
    objects.some(({ metadata }) => isIn('monitoring', metadata)),
  );
  expectFiles('monitoring', files);
});

test('the constructs make the same files', () => {
  expect(renderKubernetesApp(buildKubernetesApp(plan), plan)).toEqual(renderManifests(plan));
});

test('nothing of it is found wrong', async () => {
  expect(await runChecks(plan, await renderOutput(plan))).toEqual([]);
});

describe('with nothing said', () => {
  const made = objectsOf({ monitoring: prometheus() });

  test('alerts and the dashboard are beside the operator, whose chart brings what finds its metrics', () => {
    expect(made.map(({ kind, metadata }) => [kind, metadata.namespace, metadata.name])).toEqual([
      ['PrometheusRule', 'external-secrets', 'external-secrets'],
      ['ConfigMap', 'external-secrets', 'external-secrets-dashboard'],
    ]);
    const { operators } = samplePlan({ cluster: { monitoring: prometheus() } });
    expect(operators.map(({ values }) => values)).toEqual([
      { serviceMonitor: { enabled: true, honorLabels: true, renderMode: 'alwaysRender' } },
    ]);
  });

  test('the alerts have no link', () => {
    expect(JSON.stringify(made)).not.toContain('runbook_url');
  });
});

test('an operator that something scrapes already is left alone, whoever installs it', () => {
  const monitoring = prometheus({ metricsService: false });
  expect(samplePlan({ cluster: { monitoring } }).operators.map(({ values }) => values)).toEqual([{}]);
  const kinds = objectsOf({ monitoring, operator: { install: 'none' } }).map(({ kind }) => kind);
  expect(kinds).toEqual(['PrometheusRule', 'ConfigMap']);
});

test('there is no dashboard where nobody wants one', () => {
  const kinds = objectsOf({ monitoring: prometheus({ grafana: false }) }).map(({ kind }) => kind);
  expect(kinds).toEqual(['PrometheusRule']);
});

test('where nothing is synced there is nothing to be told of', () => {
  const embedded = { backend: { kind: 'embedded', values: { app: { TOKEN: 'placeholder' } } } } as const;
  const { monitors } = samplePlan({ cluster: { monitoring: prometheus() }, environment: { tier: 'dev', ...embedded } });
  expect(monitors).toMatchObject([{ namespaces: [], refreshed: [], expiring: [] }]);
});

test('Argo CD deploys it after the operator and before the syncs', () => {
  const gitops = argocd({ name: 'fleet', repoURL: 'https://git.example.com/secrets.git' });
  const [tree] = samplePlan({ cluster: { monitoring: prometheus(), gitops } }).gitops;
  const waves = tree?.kind === 'argocd' && tree.applications.map(({ wave, source }) => [wave, source]);
  expect(waves).toEqual(
    expect.arrayContaining([
      [-2, { operator: 'blue' }],
      [-1, { home: '_clusters/blue' }],
      [0, { home: 'shop/production' }],
    ]),
  );
});

test('Flux deploys it after the operator and before the syncs', () => {
  const gitops = flux({ name: 'secrets', sourceRef: { name: 'flux-system' } });
  const [tree] = samplePlan({ cluster: { monitoring: prometheus(), gitops } }).gitops;
  const order = tree?.kind === 'flux' && tree.kustomizations.map(({ home, dependsOn }) => [home, dependsOn]);
  expect(order).toEqual(
    expect.arrayContaining([
      ['_gitops/secrets/blue/operator', []],
      ['_clusters/blue', ['external-secrets']],
      ['shop/production', ['cluster-blue']],
    ]),
  );
});

test('an owner with the words of a template in it is sent as it is', () => {
  const entries = { app: { fields: { TOKEN: {} }, expires: '2027-01-31', owner: 'payments {{ $value }}' } };
  const rendered = renderManifests(samplePlan({ entries, cluster: { monitoring: prometheus() } }));
  const text = rendered.map((file) => file.text).join('');
  expect(text).toContain(`owner: 'payments {{ "{{" }} $value }}'`);
});

test('every alert has a section in the runbooks, and there is no other', () => {
  const runbooks = readFileSync(join(__dirname, '..', '..', 'docs', 'alerts.md'), 'utf8');
  const sections = [...runbooks.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  const made = JSON.stringify(objectsOfPlan(plan));
  const alerts = [...made.matchAll(/"alert":"(\w+)"/g)].map(([, alert]) => alert);
  expect(new Set(sections)).toEqual(new Set(alerts));
});

// --- internal ---

const isIn = (namespace: string, metadata: KubernetesObject['metadata']): boolean => metadata.namespace === namespace;

function objectsOfPlan(its: typeof plan): readonly KubernetesObject[] {
  return renderManifests(its)
    .flatMap(({ objects }) => objects)
    .filter(({ kind }) => ['PrometheusRule', 'ServiceMonitor', 'ConfigMap'].includes(kind));
}

function objectsOf(cluster: Partial<ClusterInput>): readonly KubernetesObject[] {
  const order = ['PrometheusRule', 'ServiceMonitor', 'ConfigMap'];
  return [...objectsOfPlan(samplePlan({ cluster }))].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
