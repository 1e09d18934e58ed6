import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPlan, type Plan } from 'keywright';
import shipped from '../../environments';
import { watchedProject } from '../watched';
import { type GitopsParts, gitopsParts } from './engine/build/gitops';
import { promtool } from './engine/build/promtool';
import type { Selector } from './support/chart';
import { installDefinitions, removeDefinitions } from './support/definitions';
import { deployBackend, findWorld, valuesFor, withdraw } from './support/deployment';
import { BUILDING, engine } from './support/engine';
import { applyManifests, type EnvironmentPlan, ensureNamespace, environmentPlan } from './support/environment';
import { chartObjects, valuesText } from './support/helm';
import type { KubernetesObject } from './support/kubectl';
import { continued, expressionsOf, namedIn, type Sample, scrape } from './support/metrics';
import { checkRules, firing, type Rules, testRules } from './support/promtool';
import { renderProject } from './support/sample';
import { eventually, forceSync, rests, type World } from './support/syncs';

const DIST = join(__dirname, '..', '..', 'dist');
const MY_HOME = buildPlan(shipped).operators.find(({ id }) => id === 'myhome')!;
const STRICTLY = ['apply', '--server-side', '--validate=strict'];

let world: World;
let parts: GitopsParts;
let plan: Plan;
let folder: string;
let objects: KubernetesObject[];
let rules: Rules;
let panels: string[];
/** What is deployed: a system that works but for one entry, one whose store cannot log in, and one whose cluster store cannot. */
let deployed: EnvironmentPlan[];
let watched: EnvironmentPlan;

beforeAll(async () => {
  world = await findWorld();
  parts = await gitopsParts(() => undefined);
  await promtool(() => undefined);
  // Without them kubectl does not even print what it is to apply.
  await installDefinitions(world.kubectl, parts.monitoring);
  const rendered = await renderProject(watchedProject({ runbooks: 'https://example.com/alerts.md' }));
  plan = rendered.plan;
  folder = join(rendered.dist, 'kubernetes', '_clusters', 'watched');
  objects = await world.kubectl.kustomized(folder);
  rules = objectOf('PrometheusRule').spec as Rules;
  panels = expressionsIn(objectOf('ConfigMap'));
  deployed = plan.environments.map((environment) => environmentPlan(plan, environment, rendered.dist));
  watched = deployed.find(({ environment }) => environment.system === 'watched')!;
  // The entry `gone` has no value, and the role of the cluster's store is not there.
  const entries = watched.entries.filter(({ entry }) => entry !== 'gone');
  const stacks = watched.stacks.filter(({ home }) => home === watched.environment.id);
  await deployBackend(world, { ...watched, entries, stacks }, valuesFor(watched));
}, BUILDING);

afterAll(async () => {
  await engine.start('external-secrets');
  for (const its of deployed) await withdraw(world, its);
});

describe('what Prometheus and Grafana are told', () => {
  test('is refused by a cluster that does not know Prometheus, and nothing else with it', async () => {
    await removeDefinitions(world.kubectl, parts.monitoring);
    // What kubectl remembers is that they were there.
    const fresh = `--cache-dir=${mkdtempSync(join(tmpdir(), 'kubectl-'))}`;
    const { status, errors } = await world.kubectl.try([...STRICTLY, fresh, '-k', folder]);
    expect(status).toBe(1);
    expect(errors.match(/no matches for kind "\w+"/g)).toEqual([
      'no matches for kind "PrometheusRule"',
      'no matches for kind "ServiceMonitor"',
    ]);
    const applied = objects.filter(({ apiVersion }) => !apiVersion.startsWith('monitoring.coreos.com/'));
    expect(applied.map(({ kind }) => kind).sort()).toEqual(['ClusterSecretStore', 'ConfigMap', 'ServiceAccount']);
    for (const { kind, metadata } of applied) {
      expect(await world.kubectl.tryGet(kind, metadata.name, metadata.namespace)).toBeDefined();
    }
  });

  test('is accepted by its definitions, strictly and without a warning, and shows no difference afterwards', async () => {
    await installDefinitions(world.kubectl, parts.monitoring);
    const applied = await world.kubectl.try([...STRICTLY, '-k', folder]);
    expect({ status: applied.status, errors: applied.errors }).toEqual({ status: 0, errors: '' });
    const { status, output } = await world.kubectl.try(['diff', '--server-side', '-k', folder]);
    expect({ status, output }).toEqual({ status: 0, output: '' });
  });

  test('is refused when a field of it is misspelt', async () => {
    const object = objectOf('ServiceMonitor');
    const spec = { ...(object.spec as object), namespaceSelectors: {} };
    const args = [...STRICTLY, '--dry-run=server', '--filename=-'];
    const { status, errors } = await world.kubectl.try(args, JSON.stringify({ ...object, spec }));
    expect({ status, errors }).toEqual({ status: 1, errors: expect.stringContaining('.spec.namespaceSelectors') });
  });

  test('is accepted with what the chart makes of the values of k8s-myhome', async () => {
    await ensureNamespace(world.kubectl, MY_HOME.namespace);
    const made = await chartObjects(MY_HOME.version, MY_HOME.namespace, valuesText(DIST, MY_HOME));
    const items = [
      ...made.filter(({ kind }) => kind === 'ServiceMonitor'),
      ...(await world.kubectl.kustomized(join(DIST, 'kubernetes', MY_HOME.home))),
    ];
    const kinds = items.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['ServiceMonitor', 'PrometheusRule', 'ConfigMap']));
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
    const { status, errors } = await world.kubectl.try([...STRICTLY, '--dry-run=server', '--filename=-'], list);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
  });

  test('leads to one Service that the chart makes when it is asked for metrics, by a port that this has', async () => {
    const { endpoints, selector, namespaceSelector } = objectOf('ServiceMonitor').spec as Monitor;
    const made = await chartObjects('0.20.4', 'external-secrets', '{"metrics":{"service":{"enabled":true}}}');
    const found = made.filter(
      ({ kind, metadata }) =>
        kind === 'Service' &&
        Object.entries(selector.matchLabels).every(([name, value]) => metadata.labels?.[name] === value),
    );
    expect(found.map(({ metadata }) => metadata.name)).toEqual(['external-secrets-metrics']);
    expect(namespaceSelector.matchNames).toEqual(['external-secrets']);
    const { ports } = found[0]!.spec as { readonly ports: readonly { readonly name: string }[] };
    expect(endpoints.map(({ port }) => port)).toEqual(ports.map(({ name }) => name));
  });
});

describe('with an operator whose stores and syncs fail', () => {
  let earlier: Sample[];
  let later: Sample[];

  beforeAll(async () => {
    for (const its of deployed) await applyManifests(world.kubectl, its);
    const isTold = async () => {
      const told = await scrape();
      return TROUBLE.every((trouble) => told.some((sample) => sample.value === 1 && isAbout(sample, trouble)));
    };
    await eventually('the operator tells what does not work', world, 'watched', isTold, 90_000);
    await rests(world, 'watched');
    earlier = await scrape();
    await forceSync(world, 'watched', 'gone');
    await eventually('another call fails', world, 'watched', async () => failed(await scrape()) > failed(earlier));
    later = await scrape();
  }, BUILDING);

  test('it tells every metric that an alert or a panel names, with every label', () => {
    const named = namedIn([...expressionsOf(rules), ...panels]);
    expect([...named.keys()].sort()).toEqual([
      'clusterexternalsecret_reconcile_duration',
      'clustersecretstore_status_condition',
      'externalsecret_provider_api_calls_count',
      'externalsecret_reconcile_duration',
      'externalsecret_status_condition',
      'externalsecret_sync_calls_error',
      'externalsecret_sync_calls_total',
      'pushsecret_reconcile_duration',
      'pushsecret_status_condition',
      'secretstore_status_condition',
    ]);
    for (const [metric, labels] of named) {
      const told = later.find((sample) => sample.metric === metric);
      expect({ metric, labels: Object.keys(told?.labels ?? {}) }).toEqual({
        metric,
        labels: expect.arrayContaining([...labels]),
      });
    }
  });

  test('each alert of a failure fires on what it tells, for what fails and nothing else', async () => {
    const sync = (namespace: string, name: string) =>
      firing(
        rules,
        'ExternalSecretNotReady',
        { namespace, name, severity: 'warning' },
        `ExternalSecret ${namespace}/${name} does not sync`,
      );
    const push = firing(
      rules,
      'PushSecretNotReady',
      { namespace: 'pushed', name: 'kept', severity: 'warning' },
      'PushSecret pushed/kept does not push',
    );
    const store = (namespace: string, name: string) =>
      firing(
        rules,
        'SecretStoreNotReady',
        { namespace, name, severity: 'critical' },
        `SecretStore ${namespace}/${name} is not ready`,
      );
    const stores = [store('lost', 'aws-secrets-manager'), store('pushed', 'aws-secrets-manager-push')];
    const clusterStore = firing(
      rules,
      'ClusterSecretStoreNotReady',
      { name: 'shared', severity: 'critical' },
      'ClusterSecretStore shared is not ready',
    );
    const calls = firing(
      rules,
      'SecretBackendCallsFail',
      { provider: 'AWS/SecretsManager', call: 'GetSecretValue', severity: 'warning' },
      'AWS/SecretsManager refuses 100% of GetSecretValue',
    );
    const at = '40m';
    await testRules(rules, [
      {
        series: continued(earlier, later, 60),
        expected: [
          { at, alert: 'ExternalSecretNotReady', fires: [sync('lost', 'lost'), sync('watched', 'gone')] },
          { at, alert: 'PushSecretNotReady', fires: [push] },
          { at, alert: 'SecretStoreNotReady', fires: stores },
          { at, alert: 'ClusterSecretStoreNotReady', fires: [clusterStore] },
          { at, alert: 'SecretBackendCallsFail', fires: [calls] },
          { at, alert: 'ExternalSecretsSilent', fires: [] },
        ],
      },
    ]);
  });

  test('what it tells of syncs that it no longer looks at makes them stale', async () => {
    const stale = (namespace: string, name: string) =>
      firing(
        rules,
        'ExternalSecretStale',
        { namespace, name, severity: 'warning', stale_for: '3h' },
        `ExternalSecret ${namespace}/${name} is not refreshed`,
      );
    const fires = [stale('lost', 'lost'), stale('watched', 'app'), stale('watched', 'gone')];
    const expected = [{ at: '200m', alert: 'ExternalSecretStale', fires }];
    await testRules(rules, [{ series: continued(later, later, 240), expected }]);
  });

  test('when it is gone it tells nothing, and that is seen', async () => {
    await engine.stop('external-secrets');
    const told = await scrape();
    expect(told).toEqual([]);
    const summary = 'No metrics of the External Secrets Operator on the cluster watched';
    const fires = [firing(rules, 'ExternalSecretsSilent', { severity: 'critical' }, summary)];
    const expected = [{ at: '20m', alert: 'ExternalSecretsSilent', fires }];
    await testRules(rules, [{ series: { up: '0x30', ...continued(told, told, 30) }, expected }]);
  });
});

test('Prometheus takes every expression of the dashboard', async () => {
  expect(panels.length).toBeGreaterThan(5);
  const written = panels.map((expr, at) => ({
    alert: `panel${at}`,
    expr: expr.replaceAll('$__rate_interval', '5m').replaceAll('$namespace', '.*'),
    labels: {},
    annotations: {},
  }));
  expect(await checkRules({ groups: [{ name: 'dashboard', rules: written }] })).toContain('SUCCESS');
});

// --- internal ---

interface Monitor {
  readonly endpoints: readonly { readonly port: string }[];
  readonly selector: Selector;
  readonly namespaceSelector: { readonly matchNames: readonly string[] };
}

const NOT_READY = { condition: 'Ready', status: 'False' };
const TROUBLE: readonly Pick<Sample, 'metric' | 'labels'>[] = [
  { metric: 'externalsecret_status_condition', labels: { ...NOT_READY, namespace: 'watched', name: 'gone' } },
  { metric: 'externalsecret_status_condition', labels: { ...NOT_READY, namespace: 'lost', name: 'lost' } },
  { metric: 'pushsecret_status_condition', labels: { ...NOT_READY, namespace: 'pushed', name: 'kept' } },
  { metric: 'secretstore_status_condition', labels: { ...NOT_READY, namespace: 'lost' } },
  { metric: 'secretstore_status_condition', labels: { ...NOT_READY, namespace: 'pushed' } },
  { metric: 'clustersecretstore_status_condition', labels: { ...NOT_READY, name: 'shared' } },
  {
    metric: 'externalsecret_status_condition',
    labels: { condition: 'Ready', status: 'True', namespace: 'watched', name: 'app' },
  },
];

const isAbout = (sample: Sample, { metric, labels }: Pick<Sample, 'metric' | 'labels'>): boolean =>
  sample.metric === metric && Object.entries(labels).every(([name, value]) => sample.labels[name] === value);

const failed = (told: readonly Sample[]): number =>
  told
    .filter((sample) =>
      isAbout(sample, { metric: 'externalsecret_provider_api_calls_count', labels: { status: 'error' } }),
    )
    .reduce((sum, { value }) => sum + value, 0);

const objectOf = (kind: string): KubernetesObject => objects.find((object) => object.kind === kind)!;

/** Of its panels, and of what can be chosen. */
function expressionsIn({ data = {} }: KubernetesObject): string[] {
  const [text] = Object.values(data);
  const dashboard = JSON.parse(text!) as Dashboard;
  const chosen = dashboard.templating.list.flatMap(({ query }) => /^label_values\((\w+), /.exec(query)?.[1] ?? []);
  return [...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)), ...chosen];
}

interface Dashboard {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
  readonly templating: { readonly list: readonly { readonly query: string }[] };
}
