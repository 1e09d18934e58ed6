import type { BundleInput, PlannedBundle } from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { samplePlan, sampleProject } from '../sample';
import { SELECTOR, selected } from '../selected';

const clusterSyncOf = ({ source }: PlannedBundle) => (source.kind === 'sync' ? source.clusterSync : undefined);

test('a selector makes one bundle without a namespace, whose name on the cluster has its system and environment in it', () => {
  const { bundles } = samplePlan(selected());
  expect(bundles.map(({ id, namespace }) => [id, namespace])).toEqual([['shop/production/app', undefined]]);
  expect(clusterSyncOf(bundles[0]!)).toEqual({
    name: 'shop-production-app',
    namespaceSelector: SELECTOR,
    refreshTime: '1m0s',
  });
});

test('a store of the cluster is open to namespaces that are named and to those that are selected, each once', () => {
  const more: Record<string, BundleInput> = { other: { all: ['app'] }, again: selected().bundles!.app! };
  const { stores } = samplePlan({ ...selected(), bundles: { ...selected().bundles, ...more } });
  expect(stores.map(({ id, conditions, namespaceSelectors }) => [id, conditions, namespaceSelectors])).toEqual([
    ['_clusters/blue/shared', ['shop'], [SELECTOR]],
  ]);
});

test('who reads for selected namespaces is granted what their bundle reads', () => {
  const { policies } = samplePlan(selected());
  expect(policies.flatMap(({ statements }) => statements.flatMap(({ Resource }) => Resource))).toEqual([
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/production/app-??????',
  ]);
});

test('an environment that says one way of choosing namespaces unsays the other', () => {
  const named = samplePlan({ ...selected(), environment: { bundles: { app: { namespace: ['one', 'two'] } } } });
  expect(named.bundles.map((bundle) => [bundle.namespace, clusterSyncOf(bundle)])).toEqual([
    ['one', undefined],
    ['two', undefined],
  ]);
  const { environment } = selected();
  const bundles = { app: { namespaceSelector: SELECTOR } };
  const chosen = samplePlan({
    ...selected(),
    bundles: { app: { all: ['app'], namespace: 'one' } },
    environment: { ...environment, bundles },
  });
  expect(chosen.bundles.map((bundle) => [bundle.namespace, clusterSyncOf(bundle)?.namespaceSelector])).toEqual([
    [undefined, SELECTOR],
  ]);
});

test('a selector is written one way, in whatever order it is said', () => {
  const planOf = (...values: string[]) =>
    samplePlan(
      selected({
        namespaceSelector: {
          matchLabels: Object.fromEntries(values.map((value) => [value, '{environment}'])),
          matchExpressions: values.map((key) => ({ key, operator: 'In', values: [key, ...values] })),
        },
      }),
    ).bundles;
  expect(planOf('b', 'a')).toEqual(planOf('a', 'b'));
  expect(clusterSyncOf(planOf('a')[0]!)?.namespaceSelector).toEqual({
    matchExpressions: [{ key: 'a', operator: 'In', values: ['a'] }],
    matchLabels: { a: 'production' },
  });
});

test('a consumer in selected namespaces says its own', () => {
  const consumers = ['web', 'jobs'].map((name) => ({
    kind: 'Deployment' as const,
    name,
    ...(name === 'jobs' && { namespace: 'jobs-{environment}' }),
  }));
  const { bundles, problems } = samplePlan(selected({ consumers }));
  expect(bundles[0]?.consumers.find(({ name }) => name === 'jobs')?.namespace).toBe('jobs-production');
  expect(problems.map(({ file, field }) => `${file} ${field}`)).toEqual([
    'environments/shop/catalogue.ts bundles.app.consumers.0.namespace',
  ]);
});

test('namespaces that are selected are made by somebody else', () => {
  const { environment, ...rest } = selected();
  const plan = buildPlan(sampleProject({ ...rest, environment: { ...environment, createNamespace: true } }));
  expect(plan.namespaces).toEqual([]);
});
