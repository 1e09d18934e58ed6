import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runChecks } from '../../lib/checks';
import { renderOutput } from '../../lib/cli/render-output';
import { buildKubernetesApp, renderKubernetesApp, renderManifests } from '../../lib/kubernetes';
import {
  type ArgoCdInput,
  argocd,
  type ClusterInput,
  type FluxInput,
  flux,
  irsa,
  type KubernetesObject,
  type Plan,
} from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { expectFiles } from '../expected';
import { fleetProject } from '../fleet';
import { runLua } from '../lua';
import { sampleCluster, samplePlan } from '../sample';

const plan = buildPlan(fleetProject);

test('the files of what deploys by itself', () => {
  expectFiles(
    'gitops',
    renderManifests(plan).filter(({ path }) => path.startsWith('kubernetes/_gitops/')),
  );
});

test('the constructs make the same files', () => {
  expect(renderKubernetesApp(buildKubernetesApp(plan), plan)).toEqual(renderManifests(plan));
});

test('nothing of it is found wrong', async () => {
  expect(await runChecks(plan, await renderOutput(plan))).toEqual([]);
});

test('nothing that is deleted takes with it what it has deployed', () => {
  const objects = renderManifests(plan).flatMap((file) => file.objects);
  const of = (kind: string) => objects.filter((object) => object.kind === kind);
  for (const object of objects) expect(object.metadata).not.toHaveProperty('finalizers');
  for (const set of of('ApplicationSet'))
    expect(set).toHaveProperty('spec.syncPolicy.preserveResourcesOnDeletion', true);
  for (const object of of('Kustomization')) expect(object).toHaveProperty('spec.deletionPolicy', 'Orphan');
  for (const release of of('HelmRelease'))
    expect(release).toHaveProperty(['spec', 'values', 'crds', 'annotations', 'helm.sh/resource-policy'], 'keep');
});

describe('what is no longer committed stays in the cluster', () => {
  const prunes = (gitops: ClusterInput['gitops']) => {
    const tree = samplePlan({ cluster: { ...(gitops && { gitops }) } });
    return childrenOf(tree).map(({ spec }) => pruneOf(spec));
  };

  test.each([
    ['with Argo CD', argocdWith({}), argocdWith({ prune: true })],
    ['with Flux', fluxWith({}), fluxWith({ prune: true })],
  ])('%s, unless it is asked to', (_name, silent, asked) => {
    expect(prunes(silent)).toEqual([false, false]);
    expect(prunes(asked)).toEqual([true, true]);
  });
});

describe('who installs the operator', () => {
  const kinds = (cluster: Partial<ClusterInput>) => {
    const files = renderManifests(samplePlan({ cluster }));
    return files.flatMap(({ path }) => /(helm-values|external-secrets-blue|helmrelease)/.exec(path)?.[1] ?? []);
  };

  test.each<[string, Partial<ClusterInput>, string[]]>([
    ['nothing said', {}, ['helm-values']],
    ['Argo CD', { gitops: argocdWith({}) }, ['external-secrets-blue']],
    ['Flux', { gitops: fluxWith({}) }, ['helmrelease']],
    ['Helm, where Argo CD deploys', { gitops: argocdWith({}), operator: { install: 'helmValues' } }, ['helm-values']],
    ['nobody, where Flux deploys', { gitops: fluxWith({}), operator: { install: 'none' } }, []],
  ])('%s', (_name, cluster, expected) => {
    expect(kinds(cluster)).toEqual(expected);
  });
});

test('an environment waits for the operator where its cluster owns nothing, and for nobody who is not deployed here', () => {
  const before = (cluster: Partial<ClusterInput>) =>
    childrenOf(samplePlan({ cluster: { gitops: fluxWith({}), ...cluster } })).find(
      ({ metadata }) => metadata.name === 'shop-production',
    )?.spec;
  expect(before({})).toMatchObject({ dependsOn: [{ name: 'external-secrets' }] });
  expect(before({ operator: { install: 'none' } })).not.toHaveProperty('dependsOn');
});

test('only what Argo CD deploys has its waves', () => {
  const sync = (cluster: Partial<ClusterInput>) =>
    renderManifests(samplePlan({ cluster }))
      .flatMap((file) => file.objects)
      .find(({ kind }) => kind === 'ExternalSecret')?.metadata.annotations;
  expect(sync({ gitops: argocdWith({}) })).toEqual({ 'argocd.argoproj.io/sync-wave': '1' });
  expect(sync({ gitops: fluxWith({}) })).toBeUndefined();
});

test('clusters that Argo CD knows by name and by server stand in one list', () => {
  const gitops = argocdWith({});
  const clusters = [
    sampleCluster({ gitops, destination: { name: 'blue-cluster' } }),
    sampleCluster({ name: 'green', gitops }),
  ];
  const set = childrenOf(samplePlan({ environment: { clusters } })).find(({ kind }) => kind === 'ApplicationSet');
  expect(set).toMatchObject({
    spec: {
      generators: [
        {
          list: {
            elements: [
              { cluster: 'blue', destination: 'blue-cluster', name: 'shop-production-blue', server: '' },
              {
                cluster: 'green',
                destination: '',
                name: 'shop-production-green',
                server: 'https://kubernetes.default.svc',
              },
            ],
          },
        },
      ],
      template: { spec: { destination: { name: '{{.destination}}', server: '{{.server}}' } } },
    },
  });
});

describe('names', () => {
  const names = (name: string) =>
    childrenOf(samplePlan({ cluster: { name, gitops: argocdWith({}), stores: { shared: { identity: irsa() } } } })).map(
      ({ metadata }) => metadata.name,
    );

  test('of clusters with capitals and underscores are such as Kubernetes takes', () => {
    expect(names('Blue_EU_')).toEqual(['external-secrets-blue-eu', 'shop-production']);
  });

  test('that are too long end in a hash, so that two of them differ', () => {
    const [one, other] = ['a', 'b'].map((end) => names(`blue-${'x'.repeat(60)}${end}`)[0]!);
    expect(one).toHaveLength(63);
    expect(one).toMatch(/^external-secrets-blue-x+-[0-9a-f]{8}$/);
    expect(other).not.toBe(one);
  });
});

test.each([
  ['.', '_gitops/fleet/applications'],
  ['./clusters/', 'clusters/_gitops/fleet/applications'],
])('the output may be at %s', (path, expected) => {
  const files = renderManifests(samplePlan({ cluster: { gitops: argocdWith({ path }) } }));
  const root = files.find((file) => file.path === 'kubernetes/_gitops/fleet/argocd/application-fleet.yaml');
  expect(root?.objects[0]).toHaveProperty('spec.source.path', expected);
});

describe('by the script of the documentation an Application', () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'argocd.md'), 'utf8');
  const [, block] = /```yaml\n(apiVersion: v1\nkind: ConfigMap\n[\s\S]*?)```/.exec(page)!;
  const { data } = parse(block!) as { data: Record<string, string> };
  const health = (obj: object) =>
    runLua(data['resource.customizations.health.argoproj.io_Application']!, obj, ['status', 'message']);

  test.each([
    ['is on its way before Argo CD has seen it', {}, { status: 'Progressing', message: '' }],
    ['is as what it deploys', { status: { health: { status: 'Healthy' } } }, { status: 'Healthy', message: '' }],
    [
      'says what is wrong',
      { status: { health: { status: 'Degraded', message: 'no' } } },
      { status: 'Degraded', message: 'no' },
    ],
  ])('%s', (_name, obj, expected) => {
    expect(health(obj)).toEqual(expected);
  });
});

// --- internal ---

function argocdWith(input: Partial<ArgoCdInput>) {
  return argocd({ name: 'fleet', repoURL: 'https://git.example.com/secrets.git', ...input });
}

function fluxWith(input: Partial<FluxInput>) {
  return flux({ name: 'secrets', sourceRef: { name: 'flux-system' }, ...input });
}

/** What the object that a person applies holds. */
function childrenOf(tree: Plan): KubernetesObject[] {
  const [{ folder }] = tree.gitops as [Plan['gitops'][number]];
  const own = renderManifests(tree).filter(({ path }) => path.startsWith(`kubernetes/${folder}/`));
  return own.flatMap((file) => file.objects);
}

function pruneOf(spec: unknown): boolean | undefined {
  const { prune, syncPolicy } = spec as { prune?: boolean; syncPolicy?: { automated: { prune: boolean } } };
  return prune ?? syncPolicy?.automated.prune;
}
