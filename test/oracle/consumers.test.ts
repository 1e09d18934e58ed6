import { parse } from 'yaml';
import { renderManifests } from '../../lib/kubernetes';
import { type ConsumerInput, type EmbeddedOptions, type EnvironmentInput, embedded } from '../../lib/model';
import { type Sample, samplePlan } from '../sample';
import { type Files, kustomize } from './kubectl';

/*
 * The component of a consumer in a kustomization of its own, as kustomize builds it.
 */

const RELOADED = 'secret.reloader.stakater.com/reload';
const SPECS = {
  Deployment: 'spec.template.spec',
  StatefulSet: 'spec.template.spec',
  DaemonSet: 'spec.template.spec',
  Job: 'spec.template.spec',
  CronJob: 'spec.jobTemplate.spec.template.spec',
  Pod: 'spec',
} as const;
const KINDS = Object.keys(SPECS) as ConsumerInput['kind'][];

test.each(KINDS)('a %s keeps what it has and reads the key of the Secret', (kind) => {
  const workload = build({ kind }, {})[0];
  expect(workload).toHaveProperty(`${SPECS[kind]}.containers`, [
    // kustomize moves what it patches to the front
    {
      name: 'web',
      image: 'web',
      env: [
        { name: 'TOKEN', valueFrom: reference('shop-secrets') },
        { name: 'PORT', value: '80' },
      ],
    },
    { name: 'sidecar', image: 'sidecar' },
  ]);
});

test.each([
  ['in its file', { namespace: 'shop' }, {}],
  ['in its kustomization', {}, { namespace: 'shop' }],
] as [string, object, Overlay][])('a workload has its namespace %s', (_where, metadata, overlay) => {
  expect(firstVariable(build({ metadata }, overlay)[0])).toEqual(reference('shop-secrets'));
});

test.each<[string, App, RegExp]>([
  ['the namespace', { metadata: { namespace: 'other' } }, /fieldPath.*secretKeyRef.key/],
  [
    'the namespace of one that reads no variable',
    { metadata: { namespace: 'other' }, consumer: { env: [], restart: 'reloader' } },
    /fieldPath.*metadata.annotations.*reload/,
  ],
  ['the workload', { metadata: { name: 'wbe', namespace: 'shop' } }, /nothing selected by Deployment.*web/],
  ['the container', { container: 'wbe' }, /containers\.\[name=web\]\.image/],
])('kustomize fails where %s is another', (_what, app, message) => {
  expect(() => build(app, {})).toThrow(message);
});

test('kustomize fails where two workloads have the name', () => {
  const twin = workloadOf({ metadata: { namespace: 'other' } });
  expect(() => build({}, {}, {}, [twin])).toThrow(/multiple matches for selector Deployment.*web/);
});

describe.each([
  ['Secrets that keep their hash', 'secret'],
  ['Secrets that kustomize generates', 'secretGenerator'],
] as const)('%s', (_what, as) => {
  test.each([
    ['with the environment in the same build', {}],
    ['with a prefix on all of it', { namePrefix: 'my-' }],
  ])('are what the workload reads %s', (_how, overlay) => {
    const [secret, deployment] = sorted(build({}, { ...overlay, resources: [ENVIRONMENT] }, dev({ as })));
    expect(secret?.metadata?.name).toMatch(/shop-secrets-[a-z0-9]{10}$/);
    expect(firstVariable(deployment)).toEqual(reference(secret!.metadata!.name!));
  });
});

test('a Secret that keeps its hash is what the workload reads in a build of its own', () => {
  const plan = samplePlan(sample({}, dev({})));
  expect(firstVariable(build({}, {}, dev({}))[0])).toEqual(reference(plan.bundles[0]!.secretName));
});

test('the annotation for a restart names the Secret, with a prefix too', () => {
  const environment = { ...dev({ nameSuffixHash: false }), restart: 'reloader' as const };
  const [secret, deployment] = sorted(build({}, { namePrefix: 'my-', resources: [ENVIRONMENT] }, environment));
  expect(secret?.metadata?.name).toBe('my-shop-secrets');
  expect(deployment?.metadata?.annotations).toEqual({ [RELOADED]: 'my-shop-secrets' });
});

test('a workload that reads no variable gets the annotation alone', () => {
  const workload = build({ consumer: { env: [] } }, {}, { restart: 'reloader' })[0];
  expect(workload?.metadata?.annotations).toEqual({ [RELOADED]: 'shop-secrets' });
  expect(firstVariable(workload)).toBeUndefined();
});

// --- internal ---

const ENVIRONMENT = '../dist/kubernetes/shop/production';

interface App {
  readonly kind?: ConsumerInput['kind'];
  readonly metadata?: object;
  readonly container?: string;
  readonly consumer?: Partial<ConsumerInput>;
}

interface Overlay {
  readonly resources?: readonly string[];
  readonly namespace?: string;
  readonly namePrefix?: string;
}

interface Built {
  readonly kind?: string;
  readonly metadata?: { readonly name?: string; readonly annotations?: object };
}

const reference = (name: string) => ({ secretKeyRef: { name, key: 'TOKEN' } });

const dev = (options: EmbeddedOptions): Partial<EnvironmentInput> => ({
  tier: 'dev',
  backend: embedded({ values: { app: { TOKEN: 'placeholder' } }, ...options }),
});

const sample = ({ kind = 'Deployment', consumer }: App, environment: Partial<EnvironmentInput>): Sample => ({
  bundles: { 'shop-secrets': { all: ['app'], consumers: [{ kind, name: 'web', env: ['TOKEN'], ...consumer }] } },
  environment,
});

/** What a kustomization makes that has the application and takes the component of its namespace. */
function build(
  app: App,
  overlay: Overlay,
  environment: Partial<EnvironmentInput> = {},
  more: readonly object[] = [],
): Built[] {
  const files = renderManifests(samplePlan(sample(app, environment)));
  const kustomization = {
    ...overlay,
    resources: ['app.json', ...(overlay.resources ?? [])],
    components: [`${ENVIRONMENT}/_consumers/shop`],
  };
  const all: Files = {
    ...Object.fromEntries(files.map(({ path, text }) => [`dist/${path}`, text])),
    'overlay/app.json': JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [workloadOf(app), ...more] }),
    'overlay/kustomization.yaml': JSON.stringify(kustomization),
  };
  return kustomize(all, 'overlay').map((text) => parse(text) as Built);
}

function workloadOf({ kind = 'Deployment', metadata = { namespace: 'shop' }, container = 'web' }: App): object {
  const containers = [
    { name: 'sidecar', image: 'sidecar' },
    { name: container, image: 'web', env: [{ name: 'PORT', value: '80' }] },
  ];
  const steps = SPECS[kind].split('.');
  const spec = steps.reduceRight<object>((inner, step) => ({ [step]: inner }), { containers });
  const group = kind === 'Pod' ? 'v1' : kind.endsWith('Job') ? 'batch/v1' : 'apps/v1';
  return { apiVersion: group, kind, metadata: { name: 'web', ...metadata }, ...spec };
}

/** The Secret first. */
const sorted = (objects: readonly Built[]): Built[] =>
  objects.filter(({ kind }) => kind === 'Secret').concat(objects.filter(({ kind }) => kind === 'Deployment'));

function firstVariable(workload: object | undefined): unknown {
  const { spec } = workload as { readonly spec: DeploymentSpec };
  return spec.template.spec.containers.find(({ name }) => name === 'web')?.env.find(({ name }) => name === 'TOKEN')
    ?.valueFrom;
}

interface DeploymentSpec {
  readonly template: {
    readonly spec: {
      readonly containers: readonly { name: string; env: readonly { name: string; valueFrom?: unknown }[] }[];
    };
  };
}
