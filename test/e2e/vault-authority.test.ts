import {
  type Catalogue,
  type CertificateAuthority,
  type Environment,
  kubernetesAuth,
  kubernetesCluster,
  vault,
} from 'keywright';
import { vaultIn } from './support/backends/vault-backend';
import { deployBackend, findWorld, valuesFor, withdraw } from './support/deployment';
import { BUILDING } from './support/engine';
import { applyManifests, type EnvironmentPlan, ensureNamespace, environmentPlan } from './support/environment';
import { decoded, expectedData, type Values } from './support/expected-data';
import { renderProject, SAMPLE_CLUSTER } from './support/sample';
import { becomes, eventually, isSaid, readyOf, rests, type World } from './support/syncs';

const SERVER = 'https://vault.private.example.com';
/** Where somebody else keeps certificates. */
const KEPT = { name: 'authorities', key: 'root.pem' };
const KEEPER = 'authority-keeper';

let world: World;
let its: EnvironmentPlan;
let values: Values;

beforeAll(async () => {
  world = await findWorld({ vaultRoles: [{ server: SERVER }] });
  const certificate = vaultIn(world).privateAuthority;
  its = await render(certificate);
  values = valuesFor(its);
  await deployBackend(world, its, values);
  for (const namespace of ['authority-map', 'authority-secret', KEEPER]) await keep(certificate, namespace);
  await applyManifests(world.kubectl, its);
}, BUILDING);

afterAll(() => withdraw(world, its, KEEPER));

describe('a Vault that no public authority signs for is read', () => {
  test.each([
    ['by a store that has the certificates', 'authority-written'],
    ['by a store that names a ConfigMap with them', 'authority-map'],
    ['by a store that names a Secret with them', 'authority-secret'],
    ['by a ClusterSecretStore that names a Secret with them, and its namespace', 'authority-shared'],
  ])('%s', async (_how, namespace) => {
    await becomes(true, world, namespace, 'app');
    const bundle = its.bundles.find((one) => one.namespace === namespace)!;
    const data = (await world.kubectl.tryGet('secret', 'app', namespace))?.data;
    expect(decoded(data)).toEqual(expectedData(bundle, values));
  });

  test('by no store without them: it is not ready, an event says why, and no Secret appears', async () => {
    const namespace = 'authority-none';
    await eventually('the store is not ready', world, namespace, async () => {
      const [store] = await world.kubectl.list('secretstore', namespace);
      return store !== undefined && readyOf(store)?.status === 'False';
    });
    await isSaid('certificate signed by unknown authority', world, namespace);
    await rests(world, namespace);
    expect(await world.kubectl.list('secret', namespace)).toEqual([]);
  });

  test('and the same files show no difference once the operator has reconciled', async () => {
    for (const folder of its.folders) {
      const { status, output } = await world.kubectl.try(['diff', '--server-side', '-k', folder]);
      expect({ status, output }).toEqual({ status: 0, output: '' });
    }
  });
});

// --- internal ---

/** An environment for each way to say whom to trust, all of them on one cluster and in one Vault. */
async function render(certificate: string): Promise<EnvironmentPlan> {
  const read = (name: string, ca: CertificateAuthority | undefined, store: Environment['store'] = {}): Environment => ({
    name,
    tier: 'staging',
    cluster,
    backend: vault({ server: SERVER, ...(ca !== undefined && { ca }) }),
    store,
  });
  const elsewhere = { type: 'Secret', namespace: KEEPER, ...KEPT } as const;
  const identity = kubernetesAuth({ serviceAccount: 'vault-reader', namespace: KEEPER });
  const cluster = kubernetesCluster({
    name: 'sample',
    operator: SAMPLE_CLUSTER.operator,
    stores: { shared: { backend: vault({ server: SERVER, ca: elsewhere }), identity } },
  });
  const environments = [
    read('written', certificate),
    read('map', { type: 'ConfigMap', ...KEPT }),
    read('secret', { type: 'Secret', ...KEPT }),
    read('shared', elsewhere, { kind: 'ClusterSecretStore', name: 'shared' }),
    read('none', undefined),
  ];
  const catalogue: Catalogue = {
    system: 'authority',
    environments: environments.map(({ name }) => name),
    namespace: 'authority-{environment}',
    entries: { app: { fields: { TOKEN: {}, PASSWORD: {} } } },
    bundles: { app: { all: ['app'] } },
  };
  const { plan, dist } = await renderProject({ systems: [{ catalogue, environments }] });
  return together(plan.environments.map((environment) => environmentPlan(plan, environment, dist)));
}

/** Environments of one Vault as one. */
function together(all: readonly EnvironmentPlan[]): EnvironmentPlan {
  const each = <Item>(pick: (one: EnvironmentPlan) => readonly Item[]): Item[] => [...new Set(all.flatMap(pick))];
  return {
    ...all[0]!,
    backends: each(({ backends }) => backends),
    entries: each(({ entries }) => entries),
    bundles: each(({ bundles }) => bundles),
    vaultRoles: each(({ vaultRoles }) => vaultRoles),
    folders: each(({ folders }) => folders),
    namespaces: each(({ namespaces }) => namespaces),
  };
}

/** Keeps a certificate in a namespace, in a Secret and in a ConfigMap of one name. */
async function keep(certificate: string, namespace: string): Promise<void> {
  await ensureNamespace(world.kubectl, namespace);
  const object = (kind: string) => ({
    apiVersion: 'v1',
    kind,
    metadata: { name: KEPT.name, namespace },
    [kind === 'Secret' ? 'stringData' : 'data']: { [KEPT.key]: certificate },
  });
  const items = ['Secret', 'ConfigMap'].map(object);
  await world.kubectl.run(['apply', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
}
