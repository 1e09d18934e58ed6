import { Chart, Testing } from 'cdk8s';
import { Container, Deployment } from 'cdk8s-plus-28';
import { bind } from '../../lib/kubernetes';
import {
  type Catalogue,
  defineCatalogue,
  defineEnvironment,
  embedded,
  type Plan,
  secretsManager,
} from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { sampleCluster } from '../sample';

const DOTTED = `orders.tls.${'x'.repeat(80)}`;
const catalogue = defineCatalogue({
  system: 'shop',
  environments: ['dev', 'production'],
  namespace: 'shop',
  entries: { app: { fields: { TOKEN: {}, MAIL: { optional: true } } } },
  bundles: {
    'shop-secrets': { all: ['app'] },
    open: { everything: 'app' },
    found: { find: { path: '{system}/{environment}/' }, onlyIn: ['production'] },
    dotted: { secretName: DOTTED, all: ['app'] },
    jobs: { namespace: ['jobs', 'shop'], all: ['app'] },
    everywhere: { namespaceSelector: { matchLabels: { team: 'shop' } }, all: ['app'] },
  },
});
const plan: Plan = buildPlan({
  systems: [
    {
      catalogue,
      environments: [
        defineEnvironment(catalogue, {
          name: 'dev',
          backend: embedded({ values: { app: { TOKEN: 'placeholder' } } }),
          bundles: { everywhere: { namespace: ['shop', 'jobs'] } },
        }),
        defineEnvironment(catalogue, { name: 'production', cluster: sampleCluster(), backend: secretsManager() }),
      ],
    },
  ],
});

type Environment = 'dev' | 'production';

/** A Deployment with one container, in a namespace. */
function workload(environment: Environment = 'production', namespace?: string) {
  const chart = new Chart(Testing.app(), 'chart', namespace === undefined ? {} : { namespace });
  const deployment = new Deployment(chart, 'web', { containers: [{ image: 'web' }] });
  const container = deployment.containers[0]!;
  const secrets = bind(catalogue, plan, { environment, scope: chart });
  const pod = () => Testing.synth(chart)[0].spec.template.spec;
  return { chart, container, secrets, pod };
}

const secretKeyRef = (key: string, more = {}) => ({
  valueFrom: { secretKeyRef: { name: 'shop-secrets', key, ...more } },
});

test('every key becomes a variable of its name, optional ones stay optional', () => {
  const { container, secrets, pod } = workload();
  secrets.env(container, 'shop-secrets');
  expect(pod().containers[0].env).toEqual([
    { name: 'MAIL', ...secretKeyRef('MAIL', { optional: true }) },
    { name: 'TOKEN', ...secretKeyRef('TOKEN') },
  ]);
});

test('keys become variables of other names', () => {
  const { container, secrets, pod } = workload();
  secrets.env(container, 'shop-secrets', { SHOP_TOKEN: 'TOKEN' });
  expect(pod().containers[0].env).toEqual([{ name: 'SHOP_TOKEN', ...secretKeyRef('TOKEN') }]);
});

test('a misspelt key does not compile, and is refused where nothing compiles', () => {
  const { container, secrets } = workload();
  // @ts-expect-error a key that the bundle does not have
  expect(() => secrets.env(container, 'shop-secrets', { A: 'TOKEM' })).toThrow(
    'bundle "shop-secrets" has no key "TOKEM"',
  );
});

test('envFrom takes the whole Secret, with a prefix', () => {
  const { container, secrets, pod } = workload();
  secrets.envFrom(container, 'open', 'SHOP_');
  expect(pod().containers[0].envFrom).toEqual([{ secretRef: { name: 'open' }, prefix: 'SHOP_' }]);
});

test('the Secret has its hash in dev', () => {
  const { container, secrets, pod } = workload('dev');
  secrets.envFrom(container, 'shop-secrets');
  const name = plan.bundles.find((bundle) => bundle.id === 'shop/dev/shop/shop-secrets')?.secretName;
  expect(name).toMatch(/^shop-secrets-/);
  expect(secrets.secretName('shop-secrets')).toBe(name);
  expect(pod().containers[0].envFrom).toEqual([{ secretRef: { name } }]);
});

test('a volume has the keys as files, and waits for no optional one', () => {
  const { container, secrets, pod } = workload();
  secrets.volume(container, 'shop-secrets', '/etc/shop', { 'token.txt': 'TOKEN', mail: 'MAIL' });
  expect(pod().volumes[0].secret).toEqual({
    secretName: 'shop-secrets',
    optional: true,
    items: [
      { key: 'MAIL', path: 'mail' },
      { key: 'TOKEN', path: 'token.txt' },
    ],
  });
  expect(pod().containers[0].volumeMounts[0].mountPath).toBe('/etc/shop');
});

test('an optional key of an open bundle stays optional, one that nobody declared is required', () => {
  const { container, secrets, pod } = workload();
  secrets.env(container, 'open', { MAIL: 'MAIL', OTHER: 'undeclared' });
  const refs = pod().containers[0].env.map((variable: { valueFrom: object }) => variable.valueFrom);
  expect(refs).toEqual([
    { secretKeyRef: { name: 'open', key: 'MAIL', optional: true } },
    { secretKeyRef: { name: 'open', key: 'undeclared' } },
  ]);
});

test('any key of a bundle that finds its keys may be read, and those that are read are named', () => {
  const { container, secrets, pod } = workload();
  secrets.env(container, 'found', { OTHER: 'anything' });
  expect(pod().containers[0].env).toEqual([
    { name: 'OTHER', valueFrom: { secretKeyRef: { name: 'found', key: 'anything' } } },
  ]);
  expect(() => secrets.env(container, 'found')).toThrow('name the keys');
});

describe('volumes', () => {
  test('are shared by the containers and mounts of one pod', () => {
    const { chart, container, secrets, pod } = workload();
    secrets.volume(container, 'shop-secrets', '/a');
    secrets.volume(container, 'shop-secrets', '/b');
    const sidecar = new Container({ image: 'x', name: 'sidecar' });
    (chart.node.findChild('web') as Deployment).attachContainer(sidecar);
    secrets.volume(sidecar, 'shop-secrets', '/c');
    expect(pod().volumes).toHaveLength(1);
    expect(pod().containers.map((each: { volumeMounts: object[] }) => each.volumeMounts.length)).toEqual([2, 1]);
  });

  test('are there for a second workload and a second bind of one chart', () => {
    const { chart, secrets, container } = workload();
    const other = new Deployment(chart, 'other', { containers: [{ image: 'web' }] }).containers[0]!;
    secrets.volume(container, 'shop-secrets', '/a');
    bind(catalogue, plan, { environment: 'production', scope: chart }).volume(other, 'shop-secrets', '/a');
    bind(catalogue, plan, { environment: 'production', scope: chart }).envFrom(other, 'shop-secrets');
    expect(Testing.synth(chart)).toHaveLength(2);
  });

  test('have names that are DNS labels', () => {
    const { container, secrets, pod } = workload();
    secrets.volume(container, 'dotted', '/a');
    expect(pod().volumes[0].name).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
    expect(pod().volumes[0].secret.secretName).toBe(DOTTED);
  });

  test('refuse two files of one key', () => {
    const { container, secrets } = workload();
    expect(() => secrets.volume(container, 'shop-secrets', '/a', { one: 'TOKEN', two: 'TOKEN' })).toThrow(
      'mount it twice',
    );
  });
});

test('a container of another namespace is refused', () => {
  const { container, secrets } = workload('production', 'shop-web');
  expect(() => secrets.envFrom(container, 'shop-secrets')).toThrow(
    'runs in namespace "shop-web", but the Secret "shop-secrets" is in "shop"',
  );
});

test('a container of one of several namespaces gets the Secret there', () => {
  const { container, secrets } = workload('production', 'jobs');
  expect(() => secrets.envFrom(container, 'jobs')).not.toThrow();
});

test('a container gets what a selector places, in whatever namespace', () => {
  const { container, secrets, pod } = workload('production', 'anywhere');
  secrets.envFrom(container, 'everywhere');
  expect(pod().containers[0].envFrom).toEqual([{ secretRef: { name: 'everywhere' } }]);
});

test('a container that is in no pod yet is taken for one of its chart', () => {
  const { secrets } = workload('production', 'elsewhere');
  expect(() => secrets.envFrom(new Container({ image: 'x' }), 'shop-secrets')).toThrow('"elsewhere"');
});

test('an environment that the plan does not have is refused', () => {
  const { chart } = workload();
  const loose: Catalogue = catalogue;
  expect(() => bind(loose, plan, { environment: 'staging', scope: chart })).toThrow(
    'the plan has no environment "shop/staging"',
  );
});
