import { checkOutput, checkPlan, runChecks } from '../../lib/checks';
import { renderOutput } from '../../lib/cli/render-output';
import {
  azureKeyVault,
  type BundleOverride,
  type EnvironmentInput,
  embedded,
  fake,
  irsa,
  type KubernetesObject,
  kubernetesAuth,
  type Output,
  parameterStore,
  podIdentity,
  secretsManager,
  staticCredentials,
  vault,
  workloadIdentity,
} from '../../lib/model';
import { type Sample, samplePlan } from '../sample';

/*
 * What bundles say of their backend: both sides agree on it, and a finding names the bundle that says it.
 */

const server = 'https://vault.example.com';
const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/production/app-??????';
const PARAMETER = 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/production/flags';
const uuid = '11111111-2222-4333-8444-555555555555';

/** A system of two bundles with an entry each, one of which says another backend. */
const agent = (said: BundleOverride, environment: Partial<EnvironmentInput> = {}): Sample => ({
  entries: { app: { fields: { TOKEN: {} } }, agent: { fields: { KEY: {} } } },
  bundles: { 'shop-secrets': { all: ['app'] }, agent: { all: ['agent'] } },
  environment: { ...environment, bundles: { agent: said } },
});

/** Secrets Manager, Parameter Store and Vault in one environment. */
const threeBackends: Sample = {
  entries: { app: { fields: { TOKEN: {} } }, flags: { fields: { BETA: {} } }, agent: { fields: { KEY: {} } } },
  bundles: { 'shop-secrets': { all: ['app'] }, flags: { all: ['flags'] }, agent: { all: ['agent'] } },
  environment: {
    bundles: {
      flags: { backend: parameterStore({ kmsKey: { create: true } }) },
      agent: { backend: vault({ server }), namespace: ['shop', 'agent'] },
    },
  },
};

test.each<[string, Sample]>([
  ['Secrets Manager, Parameter Store and Vault', threeBackends],
  [
    'two regions, with a key each',
    agent(
      { backend: secretsManager({ region: 'us-east-1', kmsKey: { create: true } }), store: { name: 'far' } },
      { backend: secretsManager({ kmsKey: { create: true } }) },
    ),
  ],
  ['two accounts', agent({ backend: secretsManager({ account: '210987654321' }), store: { name: 'other' } })],
  [
    'two Vaults',
    agent({ backend: vault({ server }), store: { name: 'other' } }, { backend: vault({ server: `${server}:8200` }) }),
  ],
  [
    'Key Vault beside AWS',
    agent({
      backend: azureKeyVault({ vaultUrl: 'https://shop.vault.azure.net', tenantId: uuid }),
      store: { identity: workloadIdentity({ clientId: uuid }) },
    }),
  ],
  [
    'Pod Identity for both of AWS',
    agent({ backend: parameterStore(), store: { identity: podIdentity() } }, { store: { identity: podIdentity() } }),
  ],
  [
    'access keys for both of AWS',
    agent(
      { backend: parameterStore(), store: { identity: staticCredentials({ secretName: 'aws' }) } },
      { store: { identity: staticCredentials({ secretName: 'aws' }) } },
    ),
  ],
  [
    'a fake beside embedded values',
    agent({ backend: fake({ data: [] }) }, { tier: 'dev', backend: embedded({ values: { app: { TOKEN: 'dev' } } }) }),
  ],
  ['a store whose name is given', agent({ backend: vault({ server }) }, { store: { name: '{system}-secrets' } })],
])('both sides agree on %s', async (_what, sample) => {
  const plan = samplePlan(sample);
  const found = await runChecks(plan, await renderOutput(plan));
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each<[string, said: BundleOverride, code: string, field: string]>([
  ['a region', { backend: parameterStore({ region: 'eu-west' }) }, 'regions-are-well-formed', 'backend.region'],
  ['an account', { backend: parameterStore({ account: '12' }) }, 'accounts-have-twelve-digits', 'backend.account'],
  ['a server', { backend: vault({ server: 'vault' }) }, 'urls-of-backends-are-urls', 'backend.server'],
  ['a mount', { backend: vault({ server, mount: '/kv/' }) }, 'vault-mounts-are-names', 'backend.mount'],
  ['a layout', { backend: vault({ server, entryName: '/{entry}' }) }, 'entry-names-fit-vault', 'backend.entryName'],
  [
    'a placeholder in a layout',
    { backend: vault({ server, entryName: '{sytem}/{entry}' }) },
    'placeholders-are-known',
    'backend.entryName',
  ],
  [
    'a key elsewhere',
    { backend: parameterStore({ kmsKey: { arn: `arn:aws:kms:us-east-1:123456789012:key/${uuid}` } }) },
    'kms-keys-are-in-the-region-of-their-entries',
    'backend.kmsKey',
  ],
  [
    'a tenant',
    {
      backend: azureKeyVault({ vaultUrl: 'https://shop.vault.azure.net', tenantId: 'example.com' }),
      store: { identity: workloadIdentity({ clientId: uuid }) },
    },
    'azure-ids-are-uuids',
    'backend.tenantId',
  ],
  [
    'an emulator beside AWS',
    { backend: parameterStore({ endpoint: 'http://localstack:4566' }) },
    'clusters-read-one-aws',
    'backend.endpoint',
  ],
  [
    'an identity',
    { backend: vault({ server }), store: { identity: irsa() } },
    'identities-fit-their-backend',
    'store.identity',
  ],
  [
    'the mount of an identity',
    { backend: vault({ server }), store: { identity: kubernetesAuth({ mount: 'auth/kubernetes' }) } },
    'vault-mounts-are-names',
    'store.identity.mount',
  ],
  [
    "the ServiceAccount of the environment's store",
    {
      backend: vault({ server }),
      store: { identity: kubernetesAuth({ serviceAccount: '{system}-external-secrets' }) },
    },
    'service-accounts-have-one-role',
    'store.identity.serviceAccount',
  ],
  [
    "the role of the environment's store",
    {
      backend: parameterStore(),
      store: { identity: irsa({ role: { name: '{system}-{environment}-external-secrets' } }) },
    },
    'roles-have-one-owner',
    'store.identity.role.name',
  ],
  [
    "a store of the cluster's",
    { backend: vault({ server }), store: { kind: 'ClusterSecretStore', name: 'shaerd' } },
    'names-refer-to-something',
    'store.name',
  ],
])('a finding names the bundle that says %s', async (_what, said, code, field) => {
  const findings = await checkPlan(samplePlan(agent(said)));
  expect(findings.map(({ code, path }) => [code, path])).toEqual([
    [code, `environments/shop/production.ts bundles.agent.${field}`],
  ]);
});

test('a finding names the catalogue where that says the backend', async () => {
  const backend = vault({ server: 'vault' });
  const plan = samplePlan({ bundles: { 'shop-secrets': { all: ['app'], backend } } });
  expect((await checkPlan(plan)).map(({ path }) => path)).toEqual([
    'environments/shop/catalogue.ts bundles.shop-secrets.backend.server',
  ]);
});

test('a store of the cluster that reads elsewhere than its bundle says is a finding', async () => {
  const shared = { backend: vault({ server: `${server}:8200` }) };
  const plan = samplePlan({
    ...agent({ backend: vault({ server }), store: { kind: 'ClusterSecretStore', name: 'shared' } }),
    cluster: { stores: { shared } },
  });
  expect((await checkPlan(plan)).map(({ code, path }) => [code, path])).toEqual([
    ['stores-read-where-their-entries-are', 'environments/shop/production.ts bundles.agent.backend'],
  ]);
});

describe('where one of three backends is granted something else', () => {
  const plan = samplePlan(threeBackends);
  let output: Output;

  beforeAll(async () => {
    output = await renderOutput(plan);
  });

  const READS = 'grants-cover-every-read-and-nothing-more';
  const VAULT = 'vault-policies-cover-every-read-and-nothing-more';
  test.each<[string, change: (output: Output) => Output, code: string, messages: string[]]>([
    [
      'the role of Parameter Store may read the secret',
      inTemplate('shop-production-aws-parameter-store-access', /arn:aws:ssm:.*?(?=")/, SECRET),
      READS,
      ['may not read "ssm:', 'may read "secretsmanager:'],
    ],
    [
      'the role of Secrets Manager may read the parameter',
      inTemplate('shop-production-access', /arn:aws:secretsmanager:.*?(?=")/, PARAMETER),
      READS,
      ['may not read "secretsmanager:', 'may read "ssm:'],
    ],
    [
      'the role of Parameter Store has lost its key',
      inTemplate(
        'shop-production-aws-parameter-store-access',
        'alias/shop-production-aws-parameter-store',
        'alias/other',
      ),
      READS,
      ['may decrypt with "alias/other"', 'may not decrypt with "alias/shop'],
    ],
    [
      "Vault's policy has the path of the secret",
      inPolicies('shop/production/agent', 'shop/production/app'),
      VAULT,
      ['may not read', 'may read'],
    ],
    [
      'the bundle of Vault is read through the store of Secrets Manager',
      inManifest('shop/externalsecret-agent', ({ spec }) => {
        (spec as { secretStoreRef: { name: string } }).secretStoreRef.name = 'aws-secrets-manager';
      }),
      READS,
      ['may not read'],
    ],
  ])('%s, there are findings', (_what, change, code, messages) => {
    const found = checkOutput(change(output), plan).filter((finding) => finding.code === code);
    for (const message of messages)
      expect(found).toContainEqual(expect.objectContaining({ message: expect.stringContaining(message) }));
  });
});

// --- internal ---

function inTemplate(stack: string, what: string | RegExp, other: string): (output: Output) => Output {
  return ({ templates, ...rest }) => ({
    ...rest,
    templates: templates.map((file) => {
      if (file.stack !== stack) return file;
      const text = file.text.replace(what, other);
      return { ...file, text, template: JSON.parse(text) as Output['templates'][number]['template'] };
    }),
  });
}

function inPolicies(what: string, other: string): (output: Output) => Output {
  return ({ access, ...rest }) => ({
    ...rest,
    access: access.map((file) => ({ ...file, text: file.text.replaceAll(what, other) })),
  });
}

function inManifest(name: string, change: (object: KubernetesObject) => void): (output: Output) => Output {
  return ({ manifests, ...rest }) => ({
    ...rest,
    manifests: manifests.map((file) => {
      const objects = structuredClone(file.objects);
      if (file.path.includes(name)) for (const object of objects) change(object);
      return { ...file, objects };
    }),
  });
}
