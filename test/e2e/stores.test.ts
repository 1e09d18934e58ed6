import { type Catalogue, eksCluster, irsa, secretsManager } from 'keywright';
import { deploy, findWorld, valuesFor, withdraw } from './support/deployment';
import { applyManifests, type EnvironmentPlan, putValue } from './support/environment';
import { decoded, expectedData, type Values } from './support/expected-data';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { allReady, becomes, forceSync, isSaid, rests, type World } from './support/syncs';

/** What can be wrong with what stands in Git: a text of the objects of a kind is another one. */
const BREAKS = [
  {
    secret: 'role',
    what: 'whose ServiceAccount names a role that does not exist',
    change: { kind: 'ServiceAccount', from: 'role/sample-', to: 'role/no-sample-' },
    says: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  },
  {
    secret: 'account',
    what: 'whose ServiceAccount names the role of an account that does not know the cluster',
    change: { kind: 'ServiceAccount', from: SAMPLE_CLUSTER.account, to: '210987654321' },
    says: 'No OpenIDConnect provider found in your account',
  },
  {
    secret: 'service-account',
    what: 'that names a ServiceAccount which does not exist',
    change: { kind: 'SecretStore', from: 'sample-external-secrets', to: 'nobody' },
    says: 'ServiceAccount "nobody" not found',
  },
  {
    secret: 'region',
    what: 'that names a region where the role may read nothing',
    change: { kind: 'SecretStore', from: SAMPLE_CLUSTER.region, to: 'eu-central-1' },
    says: 'not authorized to perform: secretsmanager:GetSecretValue',
  },
] as const;

/** The operator waits about as long as something was broken before it tries again. */
const MENDED_LIMIT = 100_000;

let world: World;
let its: EnvironmentPlan;
let values: Values;

beforeAll(async () => {
  world = await findWorld();
});

describe('a SecretStore', () => {
  const NAMESPACE = 'sample';
  const staging = { name: 'staging', cluster: eksCluster(SAMPLE_CLUSTER), backend: secretsManager() };

  beforeAll(async () => {
    // A sync of its own for each: the API server keeps few events of one object.
    const secrets = BREAKS.map(({ secret }) => secret);
    its = await renderSample(catalogueOf(secrets, NAMESPACE), staging);
    values = valuesFor(its);
    await deploy(world, its, values);
    await allReady(world, NAMESPACE);
  });

  afterAll(() => withdraw(world, its));

  describe.each(BREAKS)('$what', ({ secret, change, says }) => {
    test('makes the sync not ready, an event says why, and the last good Secret stays', async () => {
      const before = await dataOf(secret, NAMESPACE);
      await applyChanged(change);
      await forceSync(world, NAMESPACE, secret);
      await becomes(false, world, NAMESPACE, secret);
      await isSaid(says, world, NAMESPACE);
      expect(await dataOf(secret, NAMESPACE)).toEqual(before);
      expect(before).not.toEqual({});
    });

    test(
      'is mended by the files as they are: the sync is ready by itself, with the values that were put meanwhile',
      async () => {
        values = valuesFor(its);
        for (const { id, remoteKey } of its.entries) await putValue(world.aws, its, remoteKey, values.get(id)!);
        await applyManifests(world.kubectl, its);
        await becomes(true, world, NAMESPACE, secret, MENDED_LIMIT);
        expect(await dataOf(secret, NAMESPACE)).toEqual(expectedData(its.bundles[0]!, values));
      },
      MENDED_LIMIT + 20_000,
    );
  });
});

describe('a ClusterSecretStore', () => {
  const STRANGER = 'sample-stranger';
  const SECRET = 'app';

  beforeAll(async () => {
    its = await renderShared('sample-one', 'sample-two');
    values = valuesFor(its);
    await deploy(world, its, values);
  });

  afterAll(() => withdraw(world, its, STRANGER));

  test('serves the namespaces that the catalogue names', async () => {
    for (const namespace of its.namespaces) {
      await allReady(world, namespace);
      expect(await dataOf(SECRET, namespace)).toEqual(expectedData(its.bundles[0]!, values));
    }
  });

  test('refuses an ExternalSecret of any other namespace: an event says so, and no Secret appears', async () => {
    await world.kubectl.run(['create', 'namespace', STRANGER]);
    await applyChanged({ kind: 'ExternalSecret', from: '"namespace":"sample-one"', to: `"namespace":"${STRANGER}"` });
    await becomes(false, world, STRANGER, SECRET);
    await isSaid(`using cluster store "shared" is not allowed from namespace "${STRANGER}"`, world, STRANGER);
    await rests(world, STRANGER);
    expect(await world.kubectl.list('secret', STRANGER)).toEqual([]);
  });

  test(
    'serves that namespace by itself once the catalogue names it',
    async () => {
      its = await renderShared('sample-one', 'sample-two', STRANGER);
      await applyManifests(world.kubectl, its);
      await becomes(true, world, STRANGER, SECRET, MENDED_LIMIT);
      expect(await dataOf(SECRET, STRANGER)).toEqual(expectedData(its.bundles[0]!, values));
    },
    MENDED_LIMIT + 20_000,
  );
});

// --- internal ---

/** A catalogue of one entry, which all these Secrets hold, in each of the namespaces. */
const catalogueOf = (secrets: readonly string[], ...namespaces: readonly [string, ...string[]]): Catalogue => ({
  system: 'sample',
  environments: ['staging'],
  namespace: namespaces[0],
  entries: { app: { fields: { TOKEN: {}, PASSWORD: {} } } },
  bundles: Object.fromEntries(secrets.map((name) => [name, { all: ['app'], namespace: namespaces }])),
});

function renderShared(...namespaces: readonly [string, ...string[]]): Promise<EnvironmentPlan> {
  const shared = { identity: irsa({ serviceAccount: 'shared-reader' }) };
  return renderSample(catalogueOf(['app'], ...namespaces), {
    name: 'staging',
    cluster: eksCluster({ ...SAMPLE_CLUSTER, stores: { shared } }),
    backend: secretsManager(),
    store: { kind: 'ClusterSecretStore', name: 'shared' },
  });
}

/** Applies the first object of a kind with a text replaced by another, as a wrong change in Git does. */
async function applyChanged({ kind, from, to }: Record<'kind' | 'from' | 'to', string>): Promise<void> {
  const objects = (await Promise.all(its.folders.map((folder) => world.kubectl.kustomized(folder)))).flat();
  const written = JSON.stringify(objects.find((object) => object.kind === kind));
  if (!written.includes(from)) throw new Error(`${kind} does not hold ${from}`);
  await world.kubectl.run(['apply', '--server-side', '--filename=-'], written.replaceAll(from, to));
}

const dataOf = async (secret: string, namespace: string): Promise<Record<string, string>> =>
  decoded((await world.kubectl.tryGet('secret', secret, namespace))?.data);
