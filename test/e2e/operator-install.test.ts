import { join } from 'node:path';
import { buildPlan, type Catalogue, type Cluster, eksCluster, type PlannedOperator, secretsManager } from 'keywright';
import { parse } from 'yaml';
import project from '../../environments';
import { planOperatorValues } from '../../lib/plan/operator-values';
import { containerIn, DEPLOYMENTS, deploymentIn, type Selector, selects, unusedIn, variablesOf } from './support/chart';
import { findWorld } from './support/deployment';
import { BUILDING, engine } from './support/engine';
import { type EnvironmentPlan, environmentPlan } from './support/environment';
import { chartObjects, valuesText } from './support/helm';
import type { KubernetesObject } from './support/kubectl';
import { provesFailover } from './support/proves-failover';
import { type Installed, provesInstalled } from './support/proves-installed';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';

const DIST = join(__dirname, '..', '..', 'dist');
const plan = buildPlan(project);

const catalogue: Catalogue = {
  system: 'alone',
  environments: ['production'],
  namespace: 'alone',
  entries: { app: { fields: { TOKEN: {} } } },
  bundles: { app: { all: ['app'] } },
};

/** An operator of which everything is said, and that is this system's alone. */
const cluster = eksCluster({
  ...SAMPLE_CLUSTER,
  operator: {
    ...SAMPLE_CLUSTER.operator,
    serviceAccount: 'alone-reader',
    concurrent: 4,
    resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    networkPolicy: true,
    dedicated: true,
    values: { revisionHistoryLimit: 3 },
  },
});
const alone = { name: 'production', cluster, backend: secretsManager() } as const;
const dedicated = dedicatedTo(cluster);
/** The same with a chart that knows fewer values. */
const older = dedicatedTo({ ...cluster, operator: { ...cluster.operator, version: '0.17.0' } });

/** One that a Prometheus scrapes. */
const scraped: PlannedOperator = {
  ...operatorOf('myhome'),
  values: planOperatorValues({
    ...operatorOf('myhome'),
    input: { networkPolicy: true },
    ports: [8200],
    namespaces: [],
    kinds: [],
    scraped: { namespace: 'monitoring', labels: { release: 'prometheus' } },
  }),
};

describe.each([
  ...plan.operators.map((operator) => [operator.id, operator] as const),
  ['a cluster whose operator is for one system', dedicated] as const,
  ['a cluster whose operator is for one system, and is 0.17.0', older] as const,
  ['a cluster with Prometheus', scraped] as const,
])("the operator's chart with the values of %s", (_cluster, operator) => {
  let objects: KubernetesObject[];

  beforeAll(async () => {
    objects = await made(operator);
  }, BUILDING);

  test('uses every value, and none says what the chart does anyway', async () => {
    expect(await unusedIn(operator)).toEqual([]);
  });

  test('makes objects that the API server accepts, strictly and without a warning', async () => {
    const { kubectl } = await findWorld();
    // a ServiceMonitor is the Prometheus operator's to define
    const items = objects.filter(({ kind }) => kind !== 'ServiceMonitor').map(inDefaultNamespace);
    const apply = ['apply', '--server-side', '--validate=strict', '--dry-run=server', '--force-conflicts'];
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
    const { status, errors } = await kubectl.try([...apply, '--filename=-'], list);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
  });

  test('runs the operator as the planned ServiceAccount, with its annotations and variables', () => {
    const name = deploymentIn(objects).template.spec.serviceAccountName;
    expect(name).toBe(operator.serviceAccount);
    const account = objects.find(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === name);
    expect(account?.metadata.annotations ?? {}).toEqual(operator.annotations);
    expect(account?.metadata.namespace).toBe(operator.namespace);
    expect(variablesOf(containerIn(objects))).toEqual(operator.env);
  });

  test('brings the definitions of the kinds', () => {
    // the chart tells it that they are its own
    expect(containerIn(objects, 'external-secrets-cert-controller').args).toContain('--enable-partial-cache=true');
  });
});

test.each(plan.operators)('the file of values for $id holds what is planned', (operator) => {
  expect(parse(valuesText(DIST, operator))).toEqual(operator.values);
});

describe('with several replicas', () => {
  test.each(DEPLOYMENTS)('%s has a budget and spreads its pods', async (name) => {
    const objects = await made(operatorOf('deparrow-production'));
    const deployment = deploymentIn(objects, name);
    expect(deployment.replicas).toBe(2);
    const budgets = objects.filter(({ kind }) => kind === 'PodDisruptionBudget').map(({ spec }) => spec as Budget);
    const own = budgets.filter(({ selector }) => selects(selector, deployment));
    expect(own.map(({ minAvailable }) => minAvailable)).toEqual([1]);
    const spread = deployment.template.spec.topologySpreadConstraints ?? [];
    expect(spread.map(({ labelSelector }) => selects(labelSelector, deployment))).toEqual([true, true]);
  });

  test.each(['external-secrets', 'external-secrets-cert-controller'])('one pod of %s leads', async (name) => {
    const objects = await made(operatorOf('deparrow-production'));
    expect(containerIn(objects, name).args).toContain('--enable-leader-election=true');
  });
});

test.each(DEPLOYMENTS)('with network policies %s is let in at its own ports', async (name) => {
  const objects = await made(scraped);
  const deployment = deploymentIn(objects, name);
  const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy').map(({ spec }) => spec as Policy);
  const own = policies.filter(({ podSelector }) => selects(podSelector, deployment));
  expect(own).toHaveLength(1);
  const open = (own[0]!.ingress ?? []).flatMap(({ ports }) => ports.map(({ port }) => port));
  const ports = containerIn(objects, name).ports.map(({ containerPort }) => containerPort);
  expect(open.sort()).toEqual(ports.sort());
});

test('with Prometheus there is a ServiceMonitor that it finds, and a Service that this finds', async () => {
  const objects = await made(scraped);
  const named = (kind: string): KubernetesObject =>
    objects.find((it) => it.kind === kind && it.metadata.name === 'external-secrets-metrics')!;
  expect(named('ServiceMonitor')).toMatchObject({
    metadata: { labels: { release: 'prometheus' } },
    spec: { endpoints: [{ port: 'metrics', honorLabels: true }] },
  });
  const { selector } = named('ServiceMonitor').spec as { selector: Selector };
  expect(named('Service').metadata.labels).toMatchObject(selector.matchLabels);
});

describe('the operator that its chart would run, with its rights', () => {
  afterAll(() => engine.runUsual());

  // With no values, in a namespace of another name; with its role; with other addresses of AWS.
  describe.each(['nova/staging', 'zio-lucene/dev', 'zio-lucene/local'])('for %s', (environment) => {
    provesInstalled(shipped(environment), ['--concurrent=1']);
  });

  describe('for deparrow/production', () => {
    const args = ['--enable-leader-election=true', '--concurrent=1'];
    provesInstalled(shipped('deparrow/production'), args, provesFailover);
  });

  describe('for one system alone', () => {
    const args = ['store', 'external-secret', 'push-secret'].map((kind) => `--enable-cluster-${kind}-reconciler=false`);
    const more = ['--enable-push-secret-reconciler=false', '--concurrent=4'];
    const planned = () => renderSample(catalogue, alone);
    provesInstalled(planned, ['--namespace=alone', ...args, ...more], provesRights);
  });
});

// --- internal ---

interface Budget {
  readonly selector: Selector;
  readonly minAvailable: number;
}

interface Policy {
  readonly podSelector: Selector;
  readonly ingress?: readonly { readonly ports: readonly { readonly port: number }[] }[];
}

function dedicatedTo(to: Cluster): PlannedOperator {
  return buildPlan({ systems: [{ catalogue, environments: [{ ...alone, cluster: to }] }] }).operators[0]!;
}

function operatorOf(cluster: string): PlannedOperator {
  return plan.operators.find(({ id }) => id === cluster)!;
}

const made = ({ version, namespace, values }: PlannedOperator): Promise<KubernetesObject[]> =>
  chartObjects(version, namespace, JSON.stringify(values));

function shipped(environment: string): () => Promise<EnvironmentPlan> {
  return async () => environmentPlan(plan, plan.environments.find(({ id }) => id === environment)!);
}

/** Where an object is does not matter to whether it is accepted, and its own namespace may not be there. */
const inDefaultNamespace = (object: KubernetesObject): KubernetesObject =>
  object.metadata.namespace === undefined
    ? object
    : { ...object, metadata: { ...object.metadata, namespace: 'default' } };

function provesRights(installed: () => Installed): void {
  const may = async (namespace: string, ...request: readonly string[]): Promise<boolean> => {
    const { world, its } = installed();
    const [operator] = its.operators;
    const who = `system:serviceaccount:${operator!.namespace}:${operator!.serviceAccount}`;
    const question = ['auth', 'can-i', ...request, `--namespace=${namespace}`, `--as=${who}`];
    return (await world.kubectl.try(question)).output.trim() === 'yes';
  };

  test.each([
    ['read Secrets', 'list secrets'],
    ['make Secrets', 'create secrets'],
    ['ask for tokens', 'create serviceaccounts --subresource=token'],
    ['read ExternalSecrets', 'list externalsecrets.external-secrets.io'],
  ])('it may %s in the namespace of that system and in no other', async (_what, asked) => {
    const request = asked.split(' ');
    const answers = { alone: await may('alone', ...request), default: await may('default', ...request) };
    expect(answers).toEqual({ alone: true, default: false });
  });

  test.each(['clustersecretstores', 'clusterexternalsecrets', 'pushsecrets'])('it may not list %s', async (kind) => {
    expect(await may('alone', 'list', `${kind}.external-secrets.io`)).toBe(false);
  });
}
