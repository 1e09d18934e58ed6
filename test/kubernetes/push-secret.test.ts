import { runChecks } from '../../lib/checks';
import { renderOutput } from '../../lib/cli/render-output';
import { buildKubernetesApp, renderKubernetesApp, renderManifests } from '../../lib/kubernetes';
import {
  type Identity,
  irsa,
  type KubernetesObject,
  kubernetesCluster,
  type Plan,
  podIdentity,
  secretsManager,
  staticCredentials,
} from '../../lib/model';
import { pushing } from '../aws/sample-plans';
import { expectFiles } from '../expected';
import { type Sample, sampleCluster, samplePlan } from '../sample';

const find = (plan: Plan, kind: string): KubernetesObject | undefined =>
  renderManifests(plan)
    .flatMap(({ objects }) => objects)
    .find((object) => object.kind === kind);

test('what is written for Secrets that are pushed', () => {
  expectFiles('kubernetes/push', renderManifests(pushing()));
});

test('the constructs make the same files', () => {
  const plan = pushing();
  expect(renderKubernetesApp(buildKubernetesApp(plan), plan)).toEqual(renderManifests(plan));
});

const literalOf = (fields: NonNullable<Sample['entries']>[string]['fields']) => {
  const plan = samplePlan({
    entries: { app: { fields: { TOKEN: {} } }, kept: { fields: fields! } },
    pushes: { made: { entry: 'kept' } },
  });
  return find(plan, 'PushSecret')?.spec as { template: { templateFrom: { literal: string }[] } };
};

test('an entry of optional fields is pushed with those that there are', () => {
  const { template } = literalOf({ a: { optional: true } });
  expect(template.templateFrom[0]!.literal).toBe(
    [
      '{{ $entry := dict }}',
      '{{ with index . "a" }}{{ $_ := set $entry "a" . }}{{ end }}',
      '"{a}": {{ toRawJson $entry | printf "%+q" }}',
    ].join('\n'),
  );
});

const shared = (identity: Identity) => ({
  cluster: sampleCluster({ stores: { shared: { identity } } }),
  store: { kind: 'ClusterSecretStore' as const, name: 'shared' },
});

const outsideAws = (identity: Identity) => ({
  clusters: [kubernetesCluster({ name: 'k3d' })],
  backend: secretsManager({ account: '123456789012', region: 'eu-west-1' }),
  store: { identity },
});

test.each<[string, Sample['environment']]>([
  ['IRSA', {}],
  ['Pod Identity', { store: { identity: podIdentity() } }],
  ['an access key', outsideAws(staticCredentials({ secretName: 'aws' }))],
  ['a cluster store and IRSA', shared(irsa())],
  ['a cluster store and Pod Identity', shared(podIdentity())],
  [
    'a backend of another region',
    { bundles: { kept: { backend: secretsManager({ region: 'us-east-1' }), store: { name: 'far' } } } },
  ],
])('what pushes with %s, and what is granted for it, agree', async (_what, environment) => {
  const plan = samplePlan({
    entries: {
      app: { fields: { TOKEN: {} } },
      kept: { kmsKey: { create: true }, fields: { user: {} } },
      token: { value: {} },
    },
    bundles: { 'shop-secrets': { all: ['app'] }, kept: { all: ['kept'] } },
    pushes: {
      made: { entry: 'kept', namespace: 'operators' },
      token: { entry: 'token', key: 'x', deletionPolicy: 'Delete' },
    },
    environment: environment!,
  });
  expect(await runChecks(plan, await renderOutput(plan))).toEqual([]);
});
