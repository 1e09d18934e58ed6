import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { buildPlan, type Catalogue, eksCluster, type PlannedOperator, secretsManager } from 'keywright';
import { parse } from 'yaml';
import project from '../../environments';
import { planOperatorValues } from '../../lib/plan/operator-values';
import { containerIn, DEPLOYMENTS, deploymentIn, type Selector, selects, unusedIn } from './support/chart';
import { findWorld } from './support/deployment';
import { engine } from './support/engine';
import { chartText, valuesFile } from './support/helm';
import type { KubernetesObject } from './support/kubectl';
import { objectsIn, provesInstalled } from './support/proves-installed';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { environmentPlan } from './support/environment';

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
const dedicated = eksCluster({
  ...SAMPLE_CLUSTER,
  operator: {
    ...SAMPLE_CLUSTER.operator,
    namespace: 'alone-operator',
    serviceAccount: 'alone-reader',
    concurrent: 4,
    resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    networkPolicy: true,
    dedicated: true,
    values: { log: { level: 'warn' } },
  },
});
const alone = { name: 'production', cluster: dedicated, backend: secretsManager() } as const;
const [dedicatedOperator] = buildPlan({ systems: [{ catalogue, environments: [alone] }] }).operators;

/** As {@link planOperatorValues} makes it for a cluster with a Prometheus. */
const scraped: PlannedOperator = {
  ...plan.operators.find(({ id }) => id === 'myhome')!,
  id: 'a cluster with Prometheus',
  values: planOperatorValues({
    ...plan.operators.find(({ id }) => id === 'myhome')!,
    input: { networkPolicy: true },
    ports: [8200],
    namespaces: [],
    readsClusterStores: false,
    scraped: { labels: { release: 'prometheus' } },
  }),
};

const operators = [...plan.operators, { ...dedicatedOperator!, id: 'a dedicated operator' }, scraped];

describe.each(operators)("the chart with the values of $id", (operator) => {
  let objects: KubernetesObject[];

  beforeAll(async () => {
    objects = objectsIn(await chartText(operator.version, operator.namespace, JSON.stringify(operator.values)));
  });

  test('uses every one of them, and none is what the chart says anyway', async () => {
    expect(await unusedIn(operator)).toEqual([]);
  });

  test('makes objects that are accepted, strictly and without a warning', async () => {
    const { kubectl } = await findWorld();
    // its definition is the Prometheus operator's, which is not here
    const known = objects.filter(({ kind }) => kind !== 'ServiceMonitor').map(inNamespace('default'));
    const args = ['apply', '--server-side', '--validate=strict', '--dry-run=server', '--force-conflicts', '--filename=-'];
    const { status, errors } = await kubectl.try(args, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: known }));
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
  });

  test('runs it as the planned ServiceAccount with the planned annotations and variables', () => {
    const { serviceAccountName } = deploymentIn(objects).template.spec;
    expect(serviceAccountName).toBe(operator.serviceAccount);
    const account = objects.find(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === serviceAccountName);
    expect(account?.metadata.annotations ?? {}).toEqual(operator.annotations);
    expect(account?.metadata.namespace).toBe(operator.namespace);
    const { env = [] } = containerIn(objects);
    expect(Object.fromEntries(env.map(({ name, value }) => [name, value]))).toEqual(operator.env);
  });

  test('installs the definitions', () => {
    expect(containerIn(objects, 'external-secrets-cert-controller').args).toContain('--enable-partial-cache=true');
  });
});

test.each(plan.operators)('the file of values for $id holds what is planned', (operator) => {
  expect(parse(readFileSync(valuesFile(DIST, operator), 'utf8'))).toEqual(operator.values);
});

describe('with several replicas', () => {
  const operator = plan.operators.find(({ id }) => id === 'deparrow-production')!;
  const objects = async () => objectsIn(await chartText(operator.version, operator.namespace, JSON.stringify(operator.values)));

  test.each(DEPLOYMENTS)('%s has its own budget and spreads its own pods', async (name) => {
    const made = await objects();
    const deployment = deploymentIn(made, name);
    expect(deployment.replicas).toBe(2);
    const budgets = made.filter(({ kind, spec }) => kind === 'PodDisruptionBudget' && selects((spec as Selecting).selector, deployment));
    expect(budgets.map(({ spec }) => (spec as Selecting).minAvailable)).toEqual([1]);
    const spread = deployment.template.spec.topologySpreadConstraints ?? [];
    expect(spread.map(({ labelSelector }) => selects(labelSelector, deployment))).toEqual([true, true]);
  });

  test.each(['external-secrets', 'external-secrets-cert-controller'])('one pod of %s leads', async (name) => {
    expect(containerIn(await objects(), name).args).toContain('--enable-leader-election=true');
  });
});

describe('with network policies', () => {
  test.each(DEPLOYMENTS)('%s is let in at its own ports', async (name) => {
    const made = objectsIn(await chartText(scraped.version, scraped.namespace, JSON.stringify(scraped.values)));
    const deployment = deploymentIn(made, name);
    const policies = made.filter(({ kind, spec }) => kind === 'NetworkPolicy' && selects((spec as Policy).podSelector, deployment));
    const open = policies.flatMap(({ spec }) => (spec as Policy).ingress ?? []).flatMap(({ ports }) => ports.map(({ port }) => port));
    expect(open.sort()).toEqual(containerIn(made, name).ports.map(({ containerPort }) => containerPort).sort());
    expect(policies).toHaveLength(1);
    expect(policies[0]?.metadata.namespace).toBe(scraped.namespace);
  });
});

test('with Prometheus there is a ServiceMonitor that it finds, and a Service for it', async () => {
  const made = objectsIn(await chartText(scraped.version, scraped.namespace, JSON.stringify(scraped.values)));
  const named = (wanted: string) => made.find(({ kind, metadata }) => kind === wanted && metadata.name === 'external-secrets-metrics');
  expect(named('ServiceMonitor')).toMatchObject({
    metadata: { labels: { release: 'prometheus' } },
    spec: { endpoints: [{ port: 'metrics', honorLabels: true }] },
  });
  const { selector } = named('ServiceMonitor')!.spec as Selecting;
  for (const [name, value] of Object.entries(selector.matchLabels)) expect(named('Service')?.metadata.labels?.[name]).toBe(value);
});

describe('the operator that its chart would run', () => {
  afterAll(() => engine.runUsual());

  describe('for zio-lucene/local', () => {
    provesInstalled(async () => environmentPlan(plan, plan.environments.find(({ id }) => id === 'zio-lucene/local')!), [
      '--concurrent=1',
    ]);
  });

  describe('for deparrow/production', () => {
    provesInstalled(async () => environmentPlan(plan, plan.environments.find(({ id }) => id === 'deparrow/production')!), [
      '--enable-leader-election=true',
      '--concurrent=1',
    ]);
  });

  describe('for one system alone', () => {
    provesInstalled(() => renderSample(catalogue, alone), [
      '--namespace=alone',
      '--enable-cluster-store-reconciler=false',
      '--enable-cluster-external-secret-reconciler=false',
      '--enable-cluster-push-secret-reconciler=false',
      '--enable-push-secret-reconciler=false',
      '--concurrent=4',
    ]);
  });
});

// --- internal ---

interface Selecting {
  readonly selector: Selector;
  readonly minAvailable?: number;
}

interface Policy {
  readonly podSelector: Selector;
  readonly ingress?: readonly { readonly ports: readonly { readonly port: number }[] }[];
}

/** Where it is does not matter to what is accepted, and its own namespace may not be there. */
const inNamespace =
  (namespace: string) =>
  (object: KubernetesObject): KubernetesObject =>
    object.metadata.namespace === undefined ? object : { ...object, metadata: { ...object.metadata, namespace } };
