import {
  type Backend,
  type Catalogue,
  eksCluster,
  type FindInput,
  kubernetesAuth,
  kubernetesCluster,
  parameterStore,
  vault,
} from 'keywright';
import { accepted, administratorOf } from './support/aws';
import { vaultIn } from './support/backends/vault-backend';
import { deployBackend, findWorld, withdraw } from './support/deployment';
import { BUILDING, engine } from './support/engine';
import { applyManifests, createProviders, deployStacks, type EnvironmentPlan } from './support/environment';
import { decoded } from './support/expected-data';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { becomes, isSaid, rests, type World } from './support/syncs';

/** What is kept, and whether it has the tag that is looked for. */
const KEPT = { app: true, 'deep/er': false, other: true } as const;
const TAGS = { team: 'finds' };
const contentOf = (name: string): string => JSON.stringify({ TOKEN: `token of ${name}` });

/** Where it is kept: how names begin there, and who puts it there. */
interface Place {
  readonly environment: { readonly backend: Backend; readonly cluster: ReturnType<typeof eksCluster> };
  readonly root: string;
  readonly identity?: ReturnType<typeof kubernetesAuth>;
  readonly refusal: string;
  prepare(world: World, granted: EnvironmentPlan): Promise<void>;
}

const PLACES: Readonly<Record<string, Place>> = {
  'Parameter Store': {
    environment: { backend: parameterStore(), cluster: eksCluster(SAMPLE_CLUSTER) },
    root: '/',
    refusal: 'not authorized to perform: ssm:GetParameter on resource',
    async prepare({ aws }, granted) {
      await aws.reset();
      await engine.becomeIssuer(granted.clusters[0]!.oidcIssuer!);
      await createProviders(aws, granted);
      await deployStacks(aws, granted);
      const { account, region } = granted.backend;
      for (const [name, isTagged] of everything()) {
        const Tags = isTagged ? Object.entries(TAGS).map(([Key, Value]) => ({ Key, Value })) : [];
        const input = { Name: `/${name}`, Type: 'SecureString', Value: contentOf(name), Tags };
        accepted(await aws.parameterStore('PutParameter', input, region!, administratorOf(account!)));
      }
    },
  },
  Vault: {
    environment: {
      backend: vault({ server: 'https://vault.example.com' }),
      cluster: kubernetesCluster({ name: 'sample', operator: SAMPLE_CLUSTER.operator }),
    },
    root: '',
    identity: kubernetesAuth(),
    refusal: 'permission denied',
    async prepare(world, granted) {
      await deployBackend(world, granted, new Map());
      for (const [name, isTagged] of everything()) {
        await vaultIn(world).put('secret', name, JSON.parse(contentOf(name)) as object);
        if (isTagged) await vaultIn(world).ask('POST', `secret/metadata/${name}`, { custom_metadata: TAGS });
      }
    },
  },
};

describe.each(Object.entries(PLACES))('in %s', (what, place) => {
  const namespace = `finds-${what.toLowerCase().replace(' ', '-')}`;
  let world: World;
  let its: EnvironmentPlan;

  beforeAll(async () => {
    its = await render(place, namespace, true);
    world = await findWorld(its);
    // The backend has the rights of a catalogue that does not look above its path, and the cluster the syncs of all.
    const { stacks, vaultRoles, dist } = await render(place, namespace, false);
    await place.prepare(world, { ...its, stacks, vaultRoles, dist });
    await applyManifests(world.kubectl, its);
  }, BUILDING);

  afterAll(() => withdraw(world, its));

  const holds = async (sync: string, ...names: readonly (keyof typeof KEPT)[]): Promise<void> => {
    await becomes(true, world, namespace, sync);
    const secret = await world.kubectl.tryGet('secret', sync, namespace);
    const expected = names.map((name) => [name.replace('/', '.'), contentOf(`finds/production/${name}`)]);
    expect(sorted(decoded(secret?.data))).toEqual(Object.fromEntries(expected));
  };

  test('all that is below a path is found, at any depth, and nothing else', () =>
    holds('all', 'app', 'deep/er', 'other'));

  test('what has a name like a pattern is found', () => holds('named', 'app', 'other'));

  test('what has the tags is found', () => holds('tagged', 'app', 'other'));

  test('what is above the path of the policy is refused, and an event says why', async () => {
    await becomes(false, world, namespace, 'above');
    await isSaid(place.refusal, world, namespace, 'above');
    expect(await world.kubectl.tryGet('secret', 'above', namespace)).toBeUndefined();
  });

  test('the same files show no difference once the operator has reconciled', async () => {
    await rests(world, namespace);
    for (const folder of its.folders) {
      const { status, output } = await world.kubectl.try(['diff', '--server-side', '-k', folder]);
      expect({ status, output }).toEqual({ status: 0, output: '' });
    }
  });
});

// --- internal ---

/** By name in the backend, whether it has the tags: what is looked for, and what is beside it. */
const everything = (): (readonly [name: string, isTagged: boolean])[] => [
  ...Object.entries(KEPT).map(([name, isTagged]) => [`finds/production/${name}`, isTagged] as const),
  ['finds/production-next/app', true],
  ['finds/other', true],
];

function render(place: Place, namespace: string, above: boolean): Promise<EnvironmentPlan> {
  const root = place.root;
  const rewrite = [
    { source: '^/?finds/production/', target: '' },
    { source: '/', target: '.' },
  ];
  const below = (find: Omit<FindInput, 'path'>) => ({
    find: { path: `${root}{system}/{environment}/`, ...find },
    rewrite,
  });
  const catalogue: Catalogue = {
    system: 'finds',
    environments: ['production'],
    namespace,
    entries: {},
    bundles: {
      all: below({}),
      named: below({ name: '(app|other)$' }),
      tagged: below({ tags: TAGS }),
      ...(above && { above: { ...below({}), find: { path: `${root}finds` } } }),
    },
  };
  return renderSample(catalogue, {
    name: 'production',
    ...place.environment,
    ...(place.identity && { store: { identity: place.identity } }),
  });
}

const sorted = (data: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
