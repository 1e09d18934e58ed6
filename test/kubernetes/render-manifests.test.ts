import { App, Chart } from 'cdk8s';
import project from '../../environments';
import { buildKubernetesApp, renderKubernetesApp, renderManifests, SystemSecrets } from '../../lib/kubernetes';
import {
  compose,
  embedded,
  irsa,
  type KubernetesObject,
  type Plan,
  podIdentity,
  staticCredentials,
} from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { expectFiles } from '../expected';
import { type Sample, sampleCluster, samplePlan, sampleProject } from '../sample';
import { selected } from '../selected';

/** A bundle with all that a bundle can have. */
const everything: Sample = {
  entries: {
    app: { fields: { TOKEN: {}, 'tls.crt': {}, MAIL: { optional: true } } },
    database: { fields: { user: {}, password: {}, MAIL: { optional: true } } },
    datadog: { value: {} },
  },
  bundles: {
    'shop-secrets': {
      namespace: ['shop', 'shop-jobs'],
      keys: {
        TOKEN: 'app.TOKEN',
        'tls.crt': 'app.tls\u002ecrt',
        APP_MAIL: 'app.MAIL',
        DB_MAIL: 'database.MAIL',
        DD_API_KEY: 'datadog',
        URL: compose('postgresql://{database.user}:{database.password|urlquery}@db/shop'),
      },
      type: 'example.com/shop',
      secretName: 'shop',
      syncName: 'shop-sync',
      refreshInterval: '90m',
      refreshPolicy: 'OnChange',
      creationPolicy: 'Orphan',
      deletionPolicy: 'Delete',
    },
  },
  cluster: {
    operator: {
      version: '2.9.0',
      serviceAccount: 'eso',
      replicas: 3,
      concurrent: 5,
      resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '256Mi' } },
      networkPolicy: true,
      dedicated: true,
      values: { log: { level: 'warn' }, topologySpreadConstraints: null },
    },
  },
  environment: { createNamespace: true, store: { name: 'vault', identity: irsa({ serviceAccount: 'reader' }) } },
};

/** A bundle in namespaces that are selected, one in a namespace that is named, and the store of both. */
const placed: Sample = {
  ...selected(),
  bundles: {
    'shop-secrets': { all: ['app'] },
    tokens: {
      all: ['app'],
      namespaceSelector: {
        matchLabels: { 'example.com/stage': '{environment}' },
        matchExpressions: [
          { key: 'team', operator: 'In', values: ['web', 'shop'] },
          { key: 'legacy', operator: 'DoesNotExist' },
        ],
      },
      secretName: 'shop-tokens',
      syncName: 'tokens-sync',
      clusterSyncName: 'shop-tokens',
      refreshInterval: '15m',
      patch: { target: { template: { mergePolicy: 'Merge' } } },
    },
  },
  cluster: { ...selected().cluster, operator: { version: '0.20.4' } },
};

test.each([
  ['defaults', samplePlan({ cluster: { operator: { version: '0.20.4' } } })],
  ['everything', samplePlan(everything)],
  ['selected', samplePlan(placed)],
])('the manifests of %s', (name, plan) => {
  expectFiles(`kubernetes/${name}`, renderManifests(plan));
});

const numbered: Sample = {
  entries: { app: { fields: { K_9: {}, K_10: {}, a: {} } } },
  environment: { tier: 'dev', backend: embedded({ values: { app: { K_9: 'a', K_10: 'b', a: 'c' } } }) },
};

describe('the constructs make the same files', () => {
  const shared = sampleCluster({ stores: { shared: { identity: irsa() } } });
  const clusterStore = { cluster: shared, store: { kind: 'ClusterSecretStore', name: 'shared' } } as const;
  test.each<[string, Plan]>([
    ['the shipped systems', buildPlan(project)],
    ['everything', samplePlan(everything)],
    ['a cluster store', samplePlan({ environment: clusterStore })],
    ['selected namespaces', samplePlan(placed)],
    ['keys that kustomize sorts its own way', samplePlan(numbered)],
  ])('%s', (_name, plan) => {
    expect(renderKubernetesApp(buildKubernetesApp(plan), plan)).toEqual(renderManifests(plan));
  });
});

const objects = (plan: Plan, kind: string): KubernetesObject[] =>
  renderManifests(plan)
    .flatMap((file) => file.objects)
    .filter((object) => object.kind === kind);

const find = (plan: Plan, kind: string): Record<string, unknown> => ({ ...objects(plan, kind)[0] });

describe('what an operator fills in is written out', () => {
  const remoteRef = (version: string) => {
    const { spec } = find(samplePlan({ cluster: { operator: { version } } }), 'ExternalSecret');
    return (spec as { data: { remoteRef: object }[] }).data[0]?.remoteRef;
  };
  const written = { key: 'shop/production/app', property: 'TOKEN' };
  const upTo28 = { ...written, conversionStrategy: 'Default', decodingStrategy: 'None', metadataPolicy: 'None' };

  test.each([
    ['0.17.0', upTo28],
    ['2.2.0', upTo28],
    ['2.3.0', { ...upTo28, nullBytePolicy: 'Ignore' }],
    ['2.6.1', { ...upTo28, nullBytePolicy: 'Ignore' }],
    ['2.7.0', upTo28],
    ['2.9.0', written],
  ])('for %s', (version, expected) => {
    expect(remoteRef(version)).toEqual(expected);
  });

  test.each([
    ['2.4.0', undefined],
    ['2.5.0', 'None'],
  ])('on stores for %s', (version, sessionTagsPolicy) => {
    const { spec } = find(samplePlan({ cluster: { operator: { version } } }), 'SecretStore');
    const { aws } = (spec as { provider: { aws: object } }).provider;
    expect(Reflect.get(aws, 'sessionTagsPolicy')).toBe(sessionTagsPolicy);
  });
});

test('an open bundle reads its required keys once more, so that a missing one is an error', () => {
  const fields = { TOKEN: {}, MAIL: { optional: true } };
  const plan = samplePlan({ entries: { app: { fields } }, bundles: { b: { everything: 'app' } } });
  expect(find(plan, 'ExternalSecret').spec).toMatchObject({
    data: [{ secretKey: 'TOKEN', remoteRef: { key: 'shop/production/app', property: 'TOKEN' } }],
    dataFrom: [{ extract: { key: 'shop/production/app' } }],
  });
});

test('a home that the plan does not have is refused', () => {
  const chart = new Chart(new App(), 'chart');
  expect(() => new SystemSecrets(chart, 'S', { plan: samplePlan(), home: 'shop/stagin' })).toThrow('shop/production');
});

describe('a store', () => {
  const auth = (sample: Sample) =>
    (find(samplePlan(sample), 'SecretStore').spec as { provider: { aws: { auth?: object } } }).provider.aws.auth;

  test('reads as a ServiceAccount of its namespace', () => {
    expect(auth({})).toEqual({ jwt: { serviceAccountRef: { name: 'shop-external-secrets' } } });
    expect(objects(samplePlan(), 'ServiceAccount')[0]?.metadata).toMatchObject({
      namespace: 'shop',
      annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/shop-production-external-secrets' },
    });
  });

  test('has no auth with Pod Identity, so that the operator reads as itself', () => {
    expect(auth({ environment: { store: { identity: podIdentity() } } })).toBeUndefined();
  });

  test('names both halves of static credentials', () => {
    const identity = staticCredentials({ secretName: 'aws', accessKeyIdKey: 'id' });
    expect(auth({ environment: { store: { identity } } })).toEqual({
      secretRef: {
        accessKeyIDSecretRef: { name: 'aws', key: 'id' },
        secretAccessKeySecretRef: { name: 'aws', key: 'secret-access-key' },
      },
    });
  });

  test('of a cluster names its namespaces and the namespace of its ServiceAccount', () => {
    const cluster = sampleCluster({
      stores: { shared: { identity: irsa({ serviceAccount: 'reader', namespace: 'eso' }) } },
    });
    const plan = samplePlan({ environment: { cluster, store: { kind: 'ClusterSecretStore', name: 'shared' } } });
    expect(find(plan, 'ClusterSecretStore').spec).toMatchObject({
      conditions: [{ namespaces: ['shop'] }],
      provider: { aws: { auth: { jwt: { serviceAccountRef: { name: 'reader', namespace: 'eso' } } } } },
    });
    expect(find(plan, 'ExternalSecret')).toHaveProperty('spec.secretStoreRef', {
      kind: 'ClusterSecretStore',
      name: 'shared',
    });
  });

  test('whose ServiceAccount something else makes comes without it', () => {
    const identity = irsa({ createServiceAccount: false });
    expect(objects(samplePlan({ environment: { store: { identity } } }), 'ServiceAccount')).toEqual([]);
  });
});

describe('embedded values', () => {
  const dev = (options: Partial<Parameters<typeof embedded>[0]>, value = 'placeholder') =>
    samplePlan({ environment: { tier: 'dev', backend: embedded({ values: { app: { TOKEN: value } }, ...options }) } });
  const kustomization = (plan: Plan) =>
    renderManifests(plan).find((file) => file.path.endsWith('/kustomization.yaml'))?.text;

  test('make a Secret with its final name, which kustomize knows by its plain name too', () => {
    const plan = dev({});
    const name = objects(plan, 'Secret')[0]?.metadata.name;
    expect(name).toMatch(/^shop-secrets-[a-z0-9]{10}$/);
    expect(plan.bundles[0]?.secretName).toBe(name);
    expect(kustomization(plan)).toContain("value: 'shop-secrets'}");
  });

  test('keep the plain name without the hash', () => {
    const plan = dev({ nameSuffixHash: false });
    expect(objects(plan, 'Secret')[0]?.metadata.name).toBe('shop-secrets');
    expect(kustomization(plan)).not.toContain('patches');
  });

  test('make a secretGenerator instead, with a file for what no literal can say', () => {
    const files = renderManifests(dev({ as: 'secretGenerator' }, '"quoted"'));
    expect(files.map((file) => file.path)).toEqual([
      'kubernetes/_clusters/blue/helm-values.yaml',
      'kubernetes/shop/production/kustomization.yaml',
      'kubernetes/shop/production/kustomizeconfig.yaml',
      'kubernetes/shop/production/shop/shop-secrets/TOKEN',
    ]);
    expect(files[1]?.text).toContain('- TOKEN=shop/shop-secrets/TOKEN');
    expect(kustomization(dev({ as: 'secretGenerator' }))).toContain('- TOKEN=placeholder');
  });
});

test('a cluster that two systems share has its files once', () => {
  const cluster = sampleCluster({ stores: { shared: { identity: irsa() } } });
  const environment = { cluster, store: { kind: 'ClusterSecretStore', name: 'shared' } } as const;
  const systems = ['shop', 'blog'].flatMap(
    (system) => sampleProject({ system, namespace: system, environment }).systems,
  );
  const paths = renderManifests(buildPlan({ systems })).map((file) => file.path);
  expect(paths.filter((path) => path.includes('_clusters'))).toEqual([
    'kubernetes/_clusters/blue/_cluster/clustersecretstore-shared.yaml',
    'kubernetes/_clusters/blue/helm-values.yaml',
    'kubernetes/_clusters/blue/kustomization.yaml',
    'kubernetes/_clusters/blue/kustomizeconfig.yaml',
  ]);
});
