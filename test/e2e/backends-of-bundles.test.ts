import { type Catalogue, eksCluster, embedded, fake, kubernetesAuth, secretsManager, vault } from 'keywright';
import { accepted, administratorOf, type Credentials } from './support/aws';
import { awsBackend } from './support/backends/aws-backend';
import { vaultBackend, vaultIn } from './support/backends/vault-backend';
import { deployBackend, findWorld, valuesFor, withdraw } from './support/deployment';
import { BUILDING } from './support/engine';
import { applyManifests, type EnvironmentPlan } from './support/environment';
import { decoded, expectedData, type Values } from './support/expected-data';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { sessionsOf } from './support/sessions';
import { allReady, rests, type World } from './support/syncs';
import { newToken } from './support/tokens';

const catalogue: Catalogue = {
  system: 'backends',
  environments: ['dev', 'production'],
  namespace: 'backends-{environment}',
  entries: { app: { fields: { TOKEN: {} } }, agent: { fields: { KEY: {} } }, far: { fields: { TOKEN: {} } } },
  bundles: {
    app: { all: ['app'] },
    agent: { all: ['agent'] },
    far: { all: ['far'], onlyIn: ['production'] },
  },
};
const cluster = eksCluster(SAMPLE_CLUSTER);
const FAR = 'us-east-1';
const DENIED = 'AccessDenied';

describe('an environment whose bundles are read from Secrets Manager of two regions and from Vault', () => {
  let world: World;
  let its: EnvironmentPlan;
  let values: Values;
  let started: number;
  let warnings: string;

  beforeAll(async () => {
    its = await renderSample(catalogue, {
      name: 'production',
      cluster,
      backend: secretsManager(),
      bundles: {
        agent: { backend: vault({ server: 'https://vault.backends.example' }), store: { identity: kubernetesAuth() } },
        far: { backend: secretsManager({ region: FAR }), store: { name: 'far' } },
      },
    });
    world = await findWorld(its);
    values = valuesFor(its);
    await deployBackend(world, its, values);
    started = Date.now();
    warnings = await applyManifests(world.kubectl, its);
    await allReady(world, its.namespaces[0]!);
  }, BUILDING);

  afterAll(() => withdraw(world, its));

  test('its manifests are accepted, strictly and without a warning', () => {
    expect(warnings).toBe('');
  });

  test('every Secret holds what the backend of its bundle keeps', async () => {
    for (const bundle of its.bundles) {
      const secret = await world.kubectl.tryGet('secret', bundle.secretName, bundle.namespace);
      expect([bundle.bundle, decoded(secret?.data)]).toEqual([bundle.bundle, expectedData(bundle, values)]);
    }
  });

  test.each([
    ['AWS', awsBackend],
    ['Vault', vaultBackend],
  ])(
    'the operator asks %s for what is planned of it, as who is planned, and for nothing else',
    async (_which, backend) => {
      const planned = backend.planned(its);
      expect(planned).not.toEqual([]);
      expect(await backend.asked(world, its, started)).toEqual(planned);
    },
  );

  test('each role of AWS reads its own entry, and is refused that of another store and a namesake of what is in Vault', async () => {
    const { account, region } = its.backend;
    const [administrator, name] = [administratorOf(account!), 'backends/production/agent'];
    accepted(await world.aws.secretsManager('CreateSecret', { Name: name, SecretString: 'x' }, region!, administrator));
    const read = async (SecretId: string, at: string, as: Credentials): Promise<string> => {
      const { status, body } = await world.aws.secretsManager('GetSecretValue', { SecretId }, at, as);
      return status === 200 ? 'read' : (/AccessDenied/.exec(body)?.[0] ?? body);
    };
    const answers = (await sessionsOf(world, its)).map(async ({ entries, credentials }) => [
      entries.map(({ entry }) => entry).join(),
      await read('backends/production/app', region!, credentials),
      await read('backends/production/far', FAR, credentials),
      await read(name, region!, credentials),
    ]);
    expect((await Promise.all(answers)).sort()).toEqual([
      ['app', 'read', DENIED, DENIED],
      ['far', DENIED, 'read', DENIED],
    ]);
  });

  test('the role of Vault reads its own path, and is refused a namesake of what is in AWS', async () => {
    const [{ name, mount, serviceAccount, audience }] = its.vaultRoles as [EnvironmentPlan['vaultRoles'][number]];
    const administrator = vaultIn(world);
    await administrator.put('secret', 'backends/production/app', { TOKEN: 'x' });
    const reader = await administrator.login(mount, name, await newToken(world.kubectl, serviceAccount, audience));
    expect(await reader.ask('GET', 'secret/data/backends/production/agent')).toMatchObject({ data: {} });
    await expect(reader.ask('GET', 'secret/data/backends/production/app')).rejects.toThrow('Vault answered 403');
  });

  test('the same files show no difference once the operator has reconciled, and each live spec is that of its file', () =>
    isAsItsFiles(world, its));
});

describe('an environment whose values are embedded but for one bundle', () => {
  let world: World;
  let its: EnvironmentPlan;

  beforeAll(async () => {
    const data = [{ key: 'backends/dev/agent', value: JSON.stringify({ KEY: 'from a store' }) }];
    its = await renderSample(catalogue, {
      name: 'dev',
      tier: 'dev',
      cluster,
      backend: embedded({ values: { app: { TOKEN: 'from the repository' }, far: { TOKEN: 'placeholder' } } }),
      bundles: { agent: { backend: fake({ data }) } },
    });
    world = await findWorld();
    // The operator warns of every `fake` that nobody maintains it.
    await applyManifests(world.kubectl, its);
    await allReady(world, its.namespaces[0]!);
  });

  afterAll(() => withdraw(world, its));

  test('has the Secrets of both', async () => {
    const secrets = its.bundles.map(async ({ bundle, secretName, namespace }) => {
      return [bundle, decoded((await world.kubectl.tryGet('secret', secretName, namespace))?.data)];
    });
    expect(await Promise.all(secrets)).toEqual([
      ['agent', { KEY: 'from a store' }],
      ['app', { TOKEN: 'from the repository' }],
    ]);
  });

  test('has no role and no policy', () => {
    expect([its.roles, its.policies, its.vaultRoles, its.stacks]).toEqual([[], [], [], []]);
  });

  test('the same files show no difference once the operator has reconciled, and each live spec is that of its file', () =>
    isAsItsFiles(world, its));
});

// --- internal ---

async function isAsItsFiles(world: World, { folders, namespaces }: EnvironmentPlan): Promise<void> {
  await rests(world, namespaces[0]!);
  for (const folder of folders) {
    const { status, output } = await world.kubectl.try(['diff', '--server-side', '-k', folder]);
    expect({ status, output }).toEqual({ status: 0, output: '' });
    for (const { kind, metadata, spec } of await world.kubectl.kustomized(folder)) {
      if (spec === undefined) continue;
      expect((await world.kubectl.tryGet(kind, metadata.name, metadata.namespace ?? ''))?.spec).toEqual(spec);
    }
  }
}
