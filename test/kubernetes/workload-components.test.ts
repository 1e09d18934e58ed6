import { renderManifests } from '../../lib/kubernetes';
import { type BundleInput, type ConsumerInput, type EnvironmentInput, embedded, type Plan } from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { expectFiles } from '../expected';
import { type Sample, sampleCluster, samplePlan, sampleProject } from '../sample';

const entries = { app: { fields: { TOKEN: {}, MAIL: { optional: true } } }, database: { fields: { password: {} } } };

/** Every kind of workload, one that reads two bundles, and one that reads no variable. */
const everything: Sample = {
  entries,
  bundles: {
    'shop-secrets': {
      all: ['app'],
      namespace: ['shop', 'shop-jobs'],
      secretName: 'shop',
      consumers: [
        { kind: 'Deployment', name: 'shop.web', container: 'web', env: ['TOKEN', 'MAIL'] },
        { kind: 'CronJob', name: 'clean', namespace: 'shop-jobs', env: ['TOKEN'] },
        { kind: 'Job', name: 'migrate', namespace: 'shop-jobs', env: ['TOKEN'] },
        { kind: 'Pod', name: 'debug', env: ['TOKEN'], restart: 'none' },
        { kind: 'DaemonSet', name: 'agent', env: ['TOKEN'], restart: 'none' },
      ],
    },
    database: {
      keys: { password: 'database.password' },
      consumers: [
        { kind: 'Deployment', name: 'shop.web', container: 'web', env: { DB_PASSWORD: 'password' } },
        { kind: 'Deployment', name: 'shop.web', container: 'proxy', env: { PASSWORD: 'password' } },
        { kind: 'StatefulSet', name: 'database' },
      ],
    },
    unread: { keys: { password: 'database.password' }, consumers: [{ kind: 'Job', name: 'report' }] },
  },
  cluster: { operator: { version: '0.20.4' } },
  environment: { restart: 'reloader' },
};

test('the components of what consumers read', () => {
  expectFiles('kubernetes/consumers', componentsOf(samplePlan(everything)));
});

test('the kustomization of the environment itself has no component and no patch of a workload', () => {
  const files = renderManifests(samplePlan(everything));
  const own = files.find(({ path }) => path === 'kubernetes/shop/production/kustomization.yaml')!;
  expect(own.text).not.toMatch(/_consumers|patches/);
});

test('without a consumer there is no component', () => {
  expect(componentsOf(samplePlan())).toEqual([]);
});

describe('a restart is asked for', () => {
  const annotation = (bundle: Partial<BundleInput>, environment: Partial<EnvironmentInput>, restart?: 'none') => {
    const consumers: ConsumerInput[] = [
      { kind: 'Deployment', name: 'web', env: ['TOKEN'], ...(restart && { restart }) },
    ];
    const { workloads } = samplePlan({ bundles: { a: { all: ['app'], consumers, ...bundle } }, environment });
    return workloads[0]?.annotations['secret.reloader.stakater.com/reload'];
  };
  const dev = (nameSuffixHash: boolean): Partial<EnvironmentInput> => ({
    tier: 'dev',
    backend: embedded({ values: { app: { TOKEN: 'placeholder' } }, nameSuffixHash }),
    restart: 'reloader',
  });

  test('where the environment says it', () => expect(annotation({}, { restart: 'reloader' })).toBe('a'));
  test('nowhere else', () => expect(annotation({}, {})).toBeUndefined());
  test('not of a consumer that wants none', () =>
    expect(annotation({}, { restart: 'reloader' }, 'none')).toBeUndefined());
  test('not for a Secret that never changes', () =>
    expect(annotation({ immutable: true, refreshPolicy: 'CreatedOnce' }, { restart: 'reloader' })).toBeUndefined());
  test('not for a Secret whose name changes with its content', () => expect(annotation({}, dev(true))).toBeUndefined());
  test('for a Secret in the repository that keeps its name', () => expect(annotation({}, dev(false))).toBe('a'));
});

test('a component stands in the folder of its environment and of its namespace', () => {
  const { systems } = sampleProject({ entries, bundles: { a: { all: ['app'], consumers: [WEB] } } });
  const [first] = systems[0]!.environments;
  const catalogue = { ...systems[0]!.catalogue, environments: ['blue', 'green'] };
  const environments = catalogue.environments.map((name) => ({
    ...first!,
    name,
    tier: 'staging' as const,
    namespace: `shop-${name}`,
    cluster: sampleCluster({ name }),
  }));
  const plan = buildPlan({ systems: [{ catalogue, environments }] });
  const folders = componentsOf(plan).map(({ path }) => path.slice(0, path.lastIndexOf('/')));
  expect([...new Set(folders)]).toEqual([
    'kubernetes/shop/blue/_consumers/shop-blue/deployment-web',
    'kubernetes/shop/blue/_consumers/shop-blue',
    'kubernetes/shop/green/_consumers/shop-green/deployment-web',
    'kubernetes/shop/green/_consumers/shop-green',
  ]);
});

// --- internal ---

const WEB: ConsumerInput = { kind: 'Deployment', name: 'web', env: ['TOKEN'] };

const componentsOf = (plan: Plan) => renderManifests(plan).filter(({ path }) => path.includes('/_consumers/'));
