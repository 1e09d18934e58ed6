import {
  type ClusterInput,
  fake,
  type GeneratorInput,
  type OperatorInput,
  podIdentity,
  prometheus,
  secretsManager,
  staticCredentials,
  vault,
} from '../../lib/model';
import { planOperatorValues } from '../../lib/plan/operator-values';
import { type Sample, samplePlan } from '../sample';

const WEBHOOK: GeneratorInput = { kind: 'Webhook', spec: { url: 'http://tokens:8080', result: {} } };

const valuesOf = (operator: OperatorInput, sample: Sample = {}): Readonly<Record<string, unknown>> =>
  samplePlan({ ...sample, cluster: { operator, ...sample.cluster } }).operators[0]!.values;

test('an operator of which nothing is said has the values of its chart', () => {
  expect(valuesOf({ version: '0.20.4', replicas: 1, concurrent: 1, networkPolicy: false, dedicated: false })).toEqual(
    {},
  );
});

test('an operator that somebody else installs has no values', () => {
  expect(samplePlan({ cluster: { operator: { install: 'none' } } }).operators).toEqual([]);
});

describe('a dedicated operator', () => {
  const off = { processClusterExternalSecret: false, processClusterPushSecret: false, processPushSecret: false };

  test('of one namespace has its rights there only', () => {
    const scoped = { ...off, processClusterStore: false, scopedNamespace: 'shop', scopedRBAC: true };
    expect(valuesOf({ version: '0.20.4', dedicated: true })).toEqual({ ...scoped, processClusterGenerator: false });
    expect(valuesOf({ version: '0.19.2', dedicated: true })).toEqual(scoped);
  });

  test('of several namespaces has its rights everywhere', () => {
    const bundles = { 'shop-secrets': { all: ['app'], namespace: ['shop', 'jobs'] } };
    expect(valuesOf({ version: '0.19.2', dedicated: true }, { bundles })).toEqual({
      ...off,
      processClusterStore: false,
    });
  });

  test('processes the cluster stores that are read', () => {
    const cluster: Partial<ClusterInput> = {
      operator: { version: '0.19.2', dedicated: true },
      stores: { shared: { identity: staticCredentials({ secretName: 'aws' }) } },
    };
    const environment = { store: { kind: 'ClusterSecretStore', name: 'shared' } } as const;
    expect(samplePlan({ cluster, environment }).operators[0]!.values).toEqual(off);
  });

  test('pushes what is pushed, in a namespace of its own too', () => {
    const entries = { app: { fields: { TOKEN: {} } }, tls: { fields: { TOKEN: {} } } };
    const valuesWith = (namespace: string) =>
      valuesOf({ version: '0.19.2', dedicated: true }, { entries, pushes: { made: { entry: 'tls', namespace } } });
    const { processPushSecret, ...others } = off;
    const clusterWide = { ...others, processClusterStore: false };
    expect(valuesWith('shop')).toEqual({ ...clusterWide, scopedNamespace: 'shop', scopedRBAC: true });
    expect(valuesWith('ingress')).toEqual(clusterWide);
  });

  test('makes what is wanted in namespaces that are selected', () => {
    const { processClusterExternalSecret, ...others } = off;
    const bundles = { 'shop-secrets': { all: ['app'], namespaceSelector: { matchLabels: { team: 'shop' } } } };
    const cluster: Partial<ClusterInput> = {
      operator: { version: '0.19.2', dedicated: true },
      stores: { shared: { identity: staticCredentials({ secretName: 'aws' }) } },
    };
    const environment = { store: { kind: 'ClusterSecretStore', name: 'shared' } } as const;
    expect(samplePlan({ bundles, cluster, environment }).operators[0]!.values).toEqual(others);
  });
});

describe('its pods may connect', () => {
  const portsTo = (environment: Sample['environment']) => {
    const policies = valuesOf({ networkPolicy: true }, { ...(environment && { environment }) })
      .extraObjects as Policy[];
    const { spec } = policies.find(({ metadata }) => metadata.name === 'external-secrets')!;
    return spec.egress?.flatMap(({ ports }) => ports.map(({ port }) => port));
  };

  test.each<[string, Sample['environment'], number[] | undefined]>([
    ['to AWS', {}, [53, 53, 443, 6443]],
    [
      'to an emulator of it',
      {
        backend: secretsManager({ endpoint: 'http://localstack:4566' }),
        store: { identity: staticCredentials({ secretName: 'aws' }) },
      },
      [53, 53, 443, 4566, 6443],
    ],
    ['to Vault', { backend: vault({ server: 'https://vault.example.com:8200' }) }, [53, 53, 443, 6443, 8200]],
    [
      'to AWS and to the agent that has its credentials',
      { store: { identity: podIdentity() } },
      [53, 53, 80, 443, 6443],
    ],
    [
      'to what keeps each of its bundles',
      { bundles: { 'shop-secrets': { backend: vault({ server: 'https://vault.example.com:8200' }) } } },
      [53, 53, 443, 6443, 8200],
    ],
    ['anywhere, for a provider that is not modelled', { backend: fake({ data: [] }) }, undefined],
  ])('%s', (_where, environment, ports) => {
    expect(portsTo(environment)).toEqual(ports);
  });
});

test.each<[string, GeneratorInput, readonly string[]]>([
  ['where a generator calls nobody, only where they have to', { kind: 'UUID', spec: {} }, ['Ingress', 'Egress']],
  ['anywhere, where a generator calls what is in its own words', WEBHOOK, ['Ingress']],
])('its pods may connect %s', (_where, generator, types) => {
  const made = { generators: { made: generator }, bundles: { 'shop-secrets': { generator: 'made' } } };
  const policies = valuesOf({ networkPolicy: true }, made).extraObjects as Policy[];
  expect(policies.find(({ metadata }) => metadata.name === 'external-secrets')?.spec.policyTypes).toEqual(types);
});

test.each<[string, Partial<ClusterInput>['monitoring'], string[]]>([
  ['nobody', undefined, ['external-secrets-webhook']],
  [
    'the Prometheus that its chart tells',
    prometheus(),
    ['external-secrets-cert-controller', 'external-secrets', 'external-secrets-webhook'],
  ],
  [
    'what scrapes it already',
    prometheus({ metricsService: false }),
    ['external-secrets-cert-controller', 'external-secrets', 'external-secrets-webhook'],
  ],
])('its pods let in %s', (_who, monitoring, names) => {
  const cluster: Partial<ClusterInput> = { operator: { networkPolicy: true }, ...(monitoring && { monitoring }) };
  const policies = samplePlan({ cluster }).operators[0]!.values.extraObjects as Policy[];
  expect(policies.filter(({ spec }) => spec.ingress).map(({ metadata }) => metadata.name)).toEqual(names);
});

test('its pods let in who connects to the ports that raw values say', () => {
  const values = {
    metrics: { listen: { port: 9090 } },
    webhook: { port: 9443, metrics: { listen: { port: 9091 } } },
    certController: { metrics: { listen: { port: 9092 } } },
  };
  const cluster: Partial<ClusterInput> = { operator: { networkPolicy: true, values }, monitoring: prometheus() };
  const policies = samplePlan({ cluster }).operators[0]!.values.extraObjects as Policy[];
  const ports = policies.map(({ spec }) => spec.ingress?.flatMap((rule) => rule.ports.map(({ port }) => port)));
  expect(ports).toEqual([[9092], [9090], [9091, 9443]]);
});

test('a chart that has no `renderMode` is not told one', () => {
  const needs = {
    namespace: 'eso',
    serviceAccount: 'external-secrets',
    input: {},
    env: {},
    annotations: {},
    ports: [],
  };
  const values = (version: string) =>
    planOperatorValues({
      ...needs,
      version,
      namespaces: [],
      kinds: [],
      scraped: { namespace: 'monitoring', labels: { a: 'b' } },
    });
  const monitor = { enabled: true, honorLabels: true, namespace: 'monitoring', additionalLabels: { a: 'b' } };
  expect(values('0.20.4')).toEqual({ serviceMonitor: { ...monitor, renderMode: 'alwaysRender' } });
  expect(values('0.19.2')).toEqual({ serviceMonitor: monitor });
});

test('raw values are merged over those that are made, and null takes one away', () => {
  const values = { podDisruptionBudget: { minAvailable: 2 }, topologySpreadConstraints: null, log: { level: 'warn' } };
  expect(valuesOf({ replicas: 3, values })).toMatchObject({
    replicaCount: 3,
    podDisruptionBudget: { enabled: true, minAvailable: 2 },
    log: { level: 'warn' },
  });
  expect(valuesOf({ replicas: 3, values })).not.toHaveProperty('topologySpreadConstraints');
});

// --- internal ---

interface Policy {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly policyTypes: readonly string[];
    readonly ingress?: readonly { readonly ports: readonly { readonly port: number }[] }[];
    readonly egress?: readonly { readonly ports: readonly { readonly port: number }[] }[];
  };
}
