import { buildPlan } from 'keywright';
import { renderManifests } from 'keywright/kubernetes';
import project from '../../environments';
import { watchedProject } from '../watched';
import { promtool } from './engine/build/promtool';
import { BUILDING } from './support/engine';
import { checkRules, firing, type Labels, type Rules, testRules } from './support/promtool';

const rulesOf = (of: typeof project): Rules[] =>
  renderManifests(buildPlan(of)).flatMap(({ objects }) =>
    objects.filter(({ kind }) => kind === 'PrometheusRule').map(({ spec }) => spec as Rules),
  );

const [rules] = rulesOf(watchedProject({ runbooks: 'https://example.com/alerts.md' }));
const SHIPPED = rulesOf(project);

beforeAll(() => promtool(() => undefined), BUILDING);

test('Prometheus takes every rule, and finds no two the same', async () => {
  expect(SHIPPED).not.toEqual([]);
  for (const each of [rules!, ...SHIPPED]) expect(await checkRules(each)).toContain('SUCCESS');
});

test('Prometheus refuses a rule whose expression is broken', async () => {
  const [group] = rules!.groups;
  const [first, ...others] = group!.rules;
  const broken = { groups: [{ ...group!, rules: [{ ...first!, expr: `${first!.expr} by` }, ...others] }] };
  await expect(checkRules(broken)).rejects.toThrow('parse error');
});

/** What an alert is about and says when it fires, and the moments at which it does not. */
interface Case {
  readonly alert: string;
  readonly series: Readonly<Record<string, string>>;
  readonly start?: string;
  readonly at: string;
  readonly labels: Labels;
  readonly summary: string;
  readonly notAt?: string;
}

const syncCondition = (namespace: string, name: string, status = 'False') =>
  `externalsecret_status_condition{namespace="${namespace}", name="${name}", condition="Ready", status="${status}"}`;
const pushCondition = (name: string, status = 'False') =>
  `pushsecret_status_condition{namespace="pushed", name="${name}", condition="Ready", status="${status}"}`;
const storeCondition = (namespace: string, status = 'False') =>
  `secretstore_status_condition{namespace="${namespace}", name="a", condition="Ready", status="${status}"}`;
const clusterStoreCondition = (name: string) =>
  `clustersecretstore_status_condition{namespace="eso", name="${name}", condition="Ready", status="False"}`;
const calls = (status: string) =>
  `externalsecret_provider_api_calls_count{provider="AWS/SecretsManager", call="GetSecretValue", status="${status}"}`;
const syncCalls = (namespace: string, name: string, pod = 'a') =>
  `externalsecret_sync_calls_total{namespace="${namespace}", name="${name}", pod="${pod}"}`;

const cases: readonly Case[] = [
  {
    alert: 'ExternalSecretNotReady',
    series: { [syncCondition('watched', 'app')]: '1x30' },
    at: '15m',
    labels: { namespace: 'watched', name: 'app', severity: 'warning' },
    summary: 'ExternalSecret watched/app does not sync',
    notAt: '14m',
  },
  {
    alert: 'ExternalSecretNotReady',
    series: { [syncCondition('other', 'everywhere')]: '1x30' },
    at: '15m',
    labels: { namespace: 'other', name: 'everywhere', severity: 'warning' },
    summary: 'ExternalSecret other/everywhere does not sync',
  },
  {
    alert: 'PushSecretNotReady',
    series: { [pushCondition('kept')]: '1x30' },
    at: '15m',
    labels: { namespace: 'pushed', name: 'kept', severity: 'warning' },
    summary: 'PushSecret pushed/kept does not push',
    notAt: '14m',
  },
  {
    alert: 'SecretStoreNotReady',
    series: { [storeCondition('pushed')]: '1x30' },
    at: '15m',
    labels: { namespace: 'pushed', name: 'a', severity: 'critical' },
    summary: 'SecretStore pushed/a is not ready',
  },
  {
    alert: 'SecretStoreNotReady',
    series: { [storeCondition('watched')]: '1x30' },
    at: '15m',
    labels: { namespace: 'watched', name: 'a', severity: 'critical' },
    summary: 'SecretStore watched/a is not ready',
    notAt: '14m',
  },
  {
    alert: 'ClusterSecretStoreNotReady',
    series: { [clusterStoreCondition('shared')]: '1x30' },
    at: '15m',
    labels: { name: 'shared', severity: 'critical' },
    summary: 'ClusterSecretStore shared is not ready',
    notAt: '14m',
  },
  {
    alert: 'SecretBackendCallsFail',
    series: { [calls('error')]: '0+2x40', [calls('success')]: '0+8x40' },
    at: '20m',
    labels: { provider: 'AWS/SecretsManager', call: 'GetSecretValue', severity: 'warning' },
    summary: 'AWS/SecretsManager refuses 20% of GetSecretValue',
    notAt: '14m',
  },
  {
    // one sync that fails, in its longest wait
    alert: 'SecretBackendCallsFail',
    series: { [calls('error')]: '0x16 1x16 2x16 3x16 4x16' },
    at: '40m',
    labels: { provider: 'AWS/SecretsManager', call: 'GetSecretValue', severity: 'warning' },
    summary: 'AWS/SecretsManager refuses 100% of GetSecretValue',
  },
  {
    alert: 'ExternalSecretStale',
    series: { [syncCalls('watched', 'app')]: '5x200' },
    at: '200m',
    labels: { namespace: 'watched', name: 'app', severity: 'warning', stale_for: '3h' },
    summary: 'ExternalSecret watched/app is not refreshed',
    notAt: '179m',
  },
  {
    alert: 'ExternalSecretStale',
    series: {
      [syncCalls('other', 'everywhere')]: '5x200',
      [syncCondition('other', 'everywhere', 'True')]: '1x200',
    },
    at: '200m',
    labels: { namespace: 'other', name: 'everywhere', severity: 'warning', stale_for: '3h' },
    summary: 'ExternalSecret other/everywhere is not refreshed',
  },
  {
    alert: 'ExternalSecretsSilent',
    series: { up: '0x30' },
    at: '10m',
    labels: { severity: 'critical' },
    summary: 'No metrics of the External Secrets Operator on the cluster watched',
    notAt: '9m',
  },
  {
    alert: 'SecretEntryExpires',
    series: {},
    start: '2027-01-17T00:00:00Z',
    at: '1m',
    labels: { entry: 'watched/production/gone', owner: 'payments', severity: 'warning' },
    summary: 'The value of watched/production/gone expires in 13d 23h 59m 0s',
    notAt: '0m',
  },
  {
    alert: 'SecretEntryExpired',
    series: {},
    start: '2027-01-30T23:59:00Z',
    at: '1m',
    labels: { entry: 'watched/production/gone', owner: 'payments', severity: 'critical' },
    summary: 'The value of watched/production/gone has expired',
    notAt: '0m',
  },
];

const clusterSyncLook = 'clusterexternalsecret_reconcile_duration{name="spread-production-everywhere"}';
const pushLook = 'pushsecret_reconcile_duration{namespace="pushed", name="kept"}';

test.each([
  ['syncs are in namespaces that are selected, of which there is none yet', 'spread', clusterSyncLook],
  ['all that there is are pushes', 'pushed', pushLook],
])('the operator is not taken for silent where %s, and is when it is', async (_where, system, sign) => {
  const watched = watchedProject();
  const systems = watched.systems.filter(({ catalogue }) => catalogue.system === system);
  const [own] = rulesOf({ ...watched, systems });
  const alert = 'ExternalSecretsSilent';
  const summary = 'No metrics of the External Secrets Operator on the cluster watched';
  const fires = [firing(own!, alert, { severity: 'critical' }, summary)];
  await testRules(own!, [
    { series: { [sign]: '1x230' }, expected: [{ alert, at: '200m', fires: [] }] },
    { series: { [sign]: '1x5 stale' }, expected: [{ alert, at: '200m', fires }] },
  ]);
});

test('there is a case for every alert', () => {
  const names = rules!.groups.flatMap((group) => group.rules.map(({ alert }) => alert));
  expect(new Set(cases.map(({ alert }) => alert))).toEqual(new Set(names));
});

test.each(cases)('$alert fires: $summary', async ({ alert, series, start, at, labels, summary, notAt }) => {
  const fires = [firing(rules!, alert, labels, summary)];
  const expected = [{ alert, at, fires }, ...(notAt === undefined ? [] : [{ alert, at: notAt, fires: [] }])];
  await testRules(rules!, [{ ...(start !== undefined && { start }), series, expected }]);
});

test('an alert that fires is seen where none is expected', async () => {
  const { alert, series, at } = cases[0]!;
  const tests = [{ series, expected: [{ alert, at, fires: [] }] }];
  await expect(testRules(rules!, tests)).rejects.toThrow('FAILED');
});

test.each<{ alert: string; when: string; series: Readonly<Record<string, string>>; start?: string }>([
  {
    alert: 'ExternalSecretNotReady',
    when: 'a sync recovers in time',
    series: { [syncCondition('watched', 'app')]: '1x10 0x220' },
  },
  {
    alert: 'ExternalSecretNotReady',
    when: 'a sync of somebody else fails',
    series: { [syncCondition('other', 'app')]: '1x230' },
  },
  {
    alert: 'ExternalSecretNotReady',
    when: 'a sync is ready',
    series: { [syncCondition('watched', 'app', 'True')]: '1x230' },
  },
  {
    alert: 'PushSecretNotReady',
    when: 'a push is ready',
    series: { [pushCondition('kept', 'True')]: '1x230' },
  },
  {
    alert: 'PushSecretNotReady',
    when: 'a push of somebody else fails, or one that is gone has failed',
    series: { [pushCondition('other')]: '1x230' },
  },
  {
    alert: 'SecretStoreNotReady',
    when: 'a store of somebody else fails',
    series: { [storeCondition('other')]: '1x230' },
  },
  { alert: 'SecretStoreNotReady', when: 'a store is ready', series: { [storeCondition('watched', 'True')]: '1x230' } },
  {
    alert: 'ClusterSecretStoreNotReady',
    when: 'nothing here reads the store',
    series: { [clusterStoreCondition('other')]: '1x230' },
  },
  {
    alert: 'SecretBackendCallsFail',
    when: 'one of a hundred fails',
    series: { [calls('error')]: '0+1x230', [calls('success')]: '0+99x230' },
  },
  {
    alert: 'SecretBackendCallsFail',
    when: 'nothing is called',
    series: { [calls('error')]: '5x230', [calls('success')]: '5x230' },
  },
  {
    alert: 'ExternalSecretStale',
    when: 'a sync is refreshed',
    series: { [syncCalls('watched', 'app')]: '1x100 2x130' },
  },
  {
    alert: 'ExternalSecretStale',
    when: 'it is refreshed once a day',
    series: { [syncCalls('watched', 'slow')]: '1x230' },
  },
  {
    alert: 'ExternalSecretStale',
    when: 'another pod goes on',
    series: { [syncCalls('watched', 'app')]: '5x100', [syncCalls('watched', 'app', 'b')]: '_x101 1x130' },
  },
  {
    alert: 'ExternalSecretStale',
    when: 'a namespace is no longer selected',
    series: {
      [syncCalls('other', 'everywhere')]: '5x230',
      [syncCondition('other', 'everywhere', 'True')]: '1x5 stale',
    },
  },
  {
    alert: 'ExternalSecretsSilent',
    when: 'there are metrics of the syncs',
    series: { [syncCalls('watched', 'app')]: '1x230' },
  },
  { alert: 'SecretEntryExpires', when: 'there is time', series: {}, start: '2027-01-01T00:00:00Z' },
  { alert: 'SecretEntryExpires', when: 'it is too late', series: {}, start: '2027-02-01T00:00:00Z' },
  { alert: 'SecretEntryExpired', when: 'there is a day left', series: {}, start: '2027-01-30T00:00:00Z' },
])('$alert does not fire when $when', async ({ alert, series, start }) => {
  const moments = ['0m', '16m', '60m', '200m', '229m'];
  const expected = moments.map((at) => ({ alert, at, fires: [] }));
  await testRules(rules!, [{ ...(start !== undefined && { start }), series, expected }]);
});
