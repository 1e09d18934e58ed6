import { type Catalogue, eksCluster, irsa, secretsManager } from 'keywright';
import { deployBackend, findWorld, withdraw } from './support/deployment';
import { applyManifests, type EnvironmentPlan, ensureNamespace, putValue } from './support/environment';
import { decoded } from './support/expected-data';
import type { KubernetesObject } from './support/kubectl';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { allReady, becomes, eventually, isSaid, readyOf, rests, type World } from './support/syncs';
import type { EntryValue } from './support/values';

const OWN = 'spread';
const LABELLED = ['spread-one', 'spread-two'];
const STRANGER = 'spread-stranger';
const LATER = 'spread-later';
const TAKEN = 'spread-taken';
const LABEL = 'example.com/spread';
/** Of the ClusterExternalSecret, of the ExternalSecrets that it makes, and of their Secrets. */
const [CLUSTER_SYNC, SYNC, SECRET] = ['spread-production-tokens', 'tokens-sync', 'tokens'];

const catalogue: Catalogue = {
  system: 'spread',
  environments: ['production'],
  namespace: OWN,
  entries: {
    app: { fields: { TOKEN: {}, MAIL: { optional: true }, 'odd key': {} } },
    own: { fields: { PASSWORD: {} } },
  },
  bundles: {
    tokens: {
      keys: { TOKEN: 'app.TOKEN', MAIL: 'app.MAIL', ODD: 'app.odd key' },
      namespaceSelector: { matchLabels: { [LABEL]: '{environment}' } },
      syncName: SYNC,
    },
    own: { all: ['own'] },
  },
};

const VALUES = { TOKEN: 'a "token" with {{ braces }} and ü\n', 'odd key': 'odd', UNNAMED: 'stays where it is' };
const EXPECTED = { TOKEN: VALUES.TOKEN, ODD: VALUES['odd key'] };

let world: World;
let its: EnvironmentPlan;
let warnings: string;
let started: number;

beforeAll(async () => {
  world = await findWorld();
  its = await renderSample(catalogue, {
    name: 'production',
    cluster: eksCluster({
      ...SAMPLE_CLUSTER,
      stores: { shared: { identity: irsa({ serviceAccount: 'spread-reader' }) } },
    }),
    backend: secretsManager(),
    store: { kind: 'ClusterSecretStore', name: 'shared' },
  });
  const values = new Map<string, EntryValue>([
    ['spread/production/app', VALUES],
    ['spread/production/own', { PASSWORD: 'secret' }],
  ]);
  await deployBackend(world, its, values);
  for (const name of [...LABELLED, STRANGER, LATER, TAKEN]) await ensureNamespace(world.kubectl, name);
  for (const name of LABELLED) await label(name, 'production');
  started = Date.now();
  warnings = await applyManifests(world.kubectl, its);
});

afterAll(() => withdraw(world, its, ...LABELLED, STRANGER, LATER, TAKEN));

test('what it makes is accepted, strictly and without a warning', () => {
  expect(warnings).toBe('');
});

test('every namespace with the labels gets the Secret, with the bytes of the backend', async () => {
  for (const namespace of LABELLED) {
    await allReady(world, namespace);
    expect(await dataOf(namespace)).toEqual(EXPECTED);
  }
});

test('a bundle of a namespace that is named reads through the same store', async () => {
  await allReady(world, OWN);
  expect(decoded((await world.kubectl.tryGet('secret', 'own', OWN))?.data)).toEqual({ PASSWORD: 'secret' });
});

test('no other namespace gets one', async () => {
  await rests(world, STRANGER);
  for (const namespace of [OWN, STRANGER, LATER]) {
    expect(await world.kubectl.tryGet('externalsecret', SYNC, namespace)).toBeUndefined();
    expect(await world.kubectl.tryGet('secret', SECRET, namespace)).toBeUndefined();
  }
});

test('the operator reads as the planned role, what the plan grants and nothing else', async () => {
  const reads = await world.aws.reads(started);
  expect([...new Set(reads.map(({ role, status }) => `${role} ${status}`))]).toEqual([`${its.roles[0]!.id} 200`]);
  const granted = its.policies.flatMap(({ statements }) => statements.flatMap(({ Resource }) => Resource));
  expect(its.roles).toHaveLength(1);
  expect(granted).toEqual(its.entries.map(({ arn }) => arn));
});

test('the same files show no difference once the operator has reconciled', async () => {
  await rests(world, OWN);
  for (const folder of its.folders) {
    const { status, output, errors } = await world.kubectl.try(['diff', '--server-side', '-k', folder]);
    expect({ status, output, errors }).toEqual({ status: 0, output: '', errors: '' });
  }
});

test('the spec of every live object is that of its file, and every ExternalSecret has the one that is written for it', async () => {
  const objects = (await Promise.all(its.folders.map((folder) => world.kubectl.kustomized(folder)))).flat();
  for (const { kind, metadata, spec } of objects.filter((object) => object.spec !== undefined)) {
    const live = await world.kubectl.tryGet(kind, metadata.name, metadata.namespace);
    expect(live?.spec).toEqual(spec);
  }
  const written = objects.find(({ kind }) => kind === 'ClusterExternalSecret')!;
  for (const namespace of LABELLED) {
    const made = await world.kubectl.tryGet('externalsecret', SYNC, namespace);
    expect({ spec: made?.spec, labels: made?.metadata.labels }).toEqual({
      spec: Reflect.get(written.spec as object, 'externalSecretSpec'),
      labels: written.metadata.labels,
    });
  }
});

test('an ExternalSecret of any other namespace is refused by the store: an event says so, and no Secret appears', async () => {
  const made = (await world.kubectl.tryGet('externalsecret', SYNC, LABELLED[0]!))!;
  const { apiVersion, kind, spec } = made;
  await apply({ apiVersion, kind, metadata: { name: 'stolen', namespace: STRANGER }, spec });
  await becomes(false, world, STRANGER, 'stolen');
  await isSaid(`using cluster store "shared" is not allowed from namespace "${STRANGER}"`, world, STRANGER);
  expect(await world.kubectl.list('secret', STRANGER)).toEqual([]);
});

test('a new value comes to every namespace when the ClusterExternalSecret is forced to sync', async () => {
  await putValue(world.aws, its, 'spread/production/app', { ...VALUES, MAIL: 'a@example.com' });
  await force();
  for (const namespace of LABELLED) await arrives(namespace, { ...EXPECTED, MAIL: 'a@example.com' });
});

test('a namespace that gets the labels later gets the Secret', async () => {
  await label(LATER, 'production');
  await arrives(LATER, { ...EXPECTED, MAIL: 'a@example.com' });
});

test('a namespace that loses the labels loses the ExternalSecret and the Secret', async () => {
  await label(LATER, 'staging');
  await eventually(`${LATER} has lost both`, world, LATER, async () => {
    const kinds = [await world.kubectl.list('externalsecret', LATER), await world.kubectl.list('secret', LATER)];
    return kinds.flat().length === 0;
  });
});

test('such a namespace cannot be deleted, because the operator leaves a finalizer, until it gets the labels back', async () => {
  await world.kubectl.run(['delete', 'namespace', LATER, '--wait=false']);
  await world.kubectl.run(['wait', `namespace/${LATER}`, '--for=jsonpath={.status.phase}=Terminating']);
  expect((await world.kubectl.tryGet('namespace', LATER))?.metadata).toMatchObject({
    finalizers: [`externalsecrets.external-secrets.io/ces-${CLUSTER_SYNC}`],
  });
  await label(LATER, 'production');
  await world.kubectl.run(['wait', '--for=delete', `namespace/${LATER}`, '--timeout=60s']);
});

test('an ExternalSecret of that name which is there already stays as it is, and the ClusterExternalSecret says so', async () => {
  const { apiVersion, kind, spec } = (await world.kubectl.tryGet('externalsecret', 'own', OWN))!;
  await apply({ apiVersion, kind, metadata: { name: SYNC, namespace: TAKEN }, spec });
  await label(TAKEN, 'production');
  await eventually('the failure is reported', world, TAKEN, async () => {
    const failed = (await clusterSync()).status as { failedNamespaces?: readonly object[] } | undefined;
    const reason = 'external secret already exists in namespace';
    return JSON.stringify(failed?.failedNamespaces) === JSON.stringify([{ namespace: TAKEN, reason }]);
  });
  expect(readyOf(await clusterSync())).toMatchObject({ status: 'False', message: 'one or more namespaces failed' });
  expect((await world.kubectl.tryGet('externalsecret', SYNC, TAKEN))?.spec).toEqual(spec);
});

// --- internal ---

const label = (namespace: string, value: string): Promise<string> =>
  world.kubectl.run(['label', 'namespace', namespace, `${LABEL}=${value}`, '--overwrite']);

const apply = (object: KubernetesObject): Promise<string> =>
  world.kubectl.run(['apply', '--server-side', '--filename=-'], JSON.stringify(object));

const force = (): Promise<string> =>
  world.kubectl.run([
    ...['annotate', 'clusterexternalsecret', CLUSTER_SYNC],
    ...['--overwrite', `external-secrets.io/force-sync=${Date.now()}`],
  ]);

const clusterSync = async (): Promise<KubernetesObject> =>
  (await world.kubectl.tryGet('clusterexternalsecret', CLUSTER_SYNC))!;

const dataOf = async (namespace: string): Promise<Record<string, string>> =>
  decoded((await world.kubectl.tryGet('secret', SECRET, namespace))?.data);

const arrives = (namespace: string, expected: Record<string, string>): Promise<void> =>
  eventually(`${SECRET} holds what is expected`, world, namespace, async () => {
    const sorted = (data: Record<string, string>) => JSON.stringify(Object.entries(data).sort());
    return sorted(await dataOf(namespace)) === sorted(expected);
  });
