import * as fc from 'fast-check';
import project from '../../environments';
import {
  type Composed,
  compose,
  embedded,
  type FindInput,
  irsa,
  parameterStore,
  podIdentity,
  secretsManager,
  staticCredentials,
  vault,
} from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { ISSUER, sampleCluster, samplePlan, sampleProject } from '../sample';

const PARAMETERS = 'arn:aws:ssm:eu-west-1:123456789012:parameter';

test('the plan of the shipped systems is plain data without problems', () => {
  const plan = buildPlan(project);
  expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan);
  expect(plan.problems).toEqual([]);
});

test('lists are sorted by id, whatever order things are written in', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(names, (written) => {
      const planOf = (order: readonly string[]) =>
        samplePlan({
          entries: Object.fromEntries(order.map((name) => [name, { fields: { a: {}, b: {} } }])),
          bundles: Object.fromEntries(order.map((name) => [name, { keys: { KEY: `${name}.b`, OTHER: `${name}.a` } }])),
        });
      expect(planOf([...written].reverse())).toEqual(planOf(written));
    }),
  );
});

test("nova's names come out as its document has them", () => {
  const plan = buildPlan(project);
  expect(plan.entries.find((entry) => entry.id === 'nova/staging/backend')?.remoteKey).toBe('nova-backend-staging');
  expect(plan.roles.find((role) => role.home === 'nova/staging')?.id).toBe(
    'arn:aws:iam::111122223333:role/nova-backend-secrets-role',
  );
  expect(plan.stores.find((store) => store.home === 'nova/staging')).toMatchObject({
    name: 'aws-secretsmanager',
    namespace: 'nova-staging',
    provider: { kind: 'secretsManager', account: '111122223333', region: 'us-west-2' },
    identity: { kind: 'irsa', serviceAccount: 'nova-backend-sa', namespace: 'nova-staging' },
  });
});

test("deparrow's names come out as its document has them", () => {
  const plan = buildPlan(project);
  const bundle = plan.bundles.find((candidate) => candidate.id === 'deparrow/production/deparrow/deparrow-secrets');
  expect(bundle).toMatchObject({ secretName: 'deparrow-secrets', source: { name: 'deparrow-secrets-external' } });
  expect(bundle?.keys.map((key) => `${key.name}${key.required ? '' : '?'}`)).toEqual([
    'ANTHROPIC_API_KEY?',
    'DEPARROW_JWT_SECRET',
    'DEPARROW_SECRET_KEY',
    'GRAFANA_ADMIN_PASSWORD',
    'GRAFANA_ADMIN_USER',
    'OPENAI_API_KEY?',
    'POSTGRES_PASSWORD',
    'POSTGRES_REPLICATION_PASSWORD',
    'REDIS_PASSWORD',
  ]);
  expect(plan.stores.find((store) => store.home === 'deparrow/production')?.name).toBe('deparrow-secretstore');
  expect(plan.serviceAccounts.map((account) => account.name)).toContain('deparrow-external-secrets-sa');
});

test('a renamed entry keeps its construct id and its name in AWS', () => {
  const [before] = samplePlan({ entries: { app: { fields: { TOKEN: {} } } } }).entries;
  const renamed = { entries: { web: { formerly: 'app', fields: { TOKEN: {} } } }, bundles: { b: { all: ['web'] } } };
  const [after] = samplePlan(renamed).entries;
  expect(after).toEqual({ ...before, id: 'shop/production/web', entry: 'web' });
});

describe('grants', () => {
  const statements = (sample: Parameters<typeof samplePlan>[0]) =>
    samplePlan(sample).policies.flatMap((policy) => policy.statements);

  test('name the entries that the syncs read, and no other', () => {
    const entries = { app: { fields: { TOKEN: {} } }, unread: { fields: { X: {} } } };
    expect(statements({ entries })).toEqual([
      {
        Sid: 'ReadEntries',
        Effect: 'Allow',
        Action: ['secretsmanager:GetSecretValue'],
        Resource: ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/production/app-??????'],
      },
    ]);
  });

  test('do not change when a bundle reads one more key of an entry that is read', () => {
    const entries = { app: { fields: { TOKEN: {}, MORE: {} } } };
    const one = statements({ entries, bundles: { b: { keys: { TOKEN: 'app.TOKEN' } } } });
    expect(statements({ entries, bundles: { b: { keys: { TOKEN: 'app.TOKEN', MORE: 'app.MORE' } } } })).toEqual(one);
  });

  test('follow composed keys and open bundles', () => {
    const entries = { a: { fields: { x: {} } }, b: { value: {} }, c: { fields: { y: {} } } };
    const bundles = { text: { keys: { T: compose('{a.x}-{b}') } }, open: { everything: 'c' } };
    expect(statements({ entries, bundles })[0]?.Resource).toHaveLength(3);
  });

  test('name an existing entry by its full ARN', () => {
    const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:legacy-AbCdEf';
    const plan = samplePlan({ environment: { entries: { app: { arn } } } });
    expect(plan.entries[0]).toMatchObject({ managed: false, remoteKey: arn });
    expect(plan.policies[0]?.statements[0]?.Resource).toEqual([arn]);
    expect(plan.stacks.map((stack) => stack.id)).toEqual(['shop-production-access']);
  });

  test('decrypt with a known key by its ARN', () => {
    const arn = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    expect(statements({ environment: { backend: secretsManager({ kmsKey: { arn } }) } })[1]).toEqual({
      Sid: 'DecryptEntries',
      Effect: 'Allow',
      Action: ['kms:Decrypt'],
      Resource: [arn],
      Condition: { StringEquals: { 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com' } },
    });
  });

  test('decrypt with a key that is made here by its alias, so that no stack waits for the other', () => {
    const sample = { environment: { backend: secretsManager({ kmsKey: { create: true } }) } } as const;
    expect(samplePlan(sample).kmsKeys).toMatchObject([{ alias: 'alias/shop-production', managed: true }]);
    expect(statements(sample)[1]).toMatchObject({
      Resource: ['arn:aws:kms:eu-west-1:123456789012:key/*'],
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/shop-production' } },
    });
  });

  test('of many entries are split into policies that IAM accepts, each entry in one of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (count) => {
        const names = Array.from({ length: count }, (_, at) => `entry-with-a-rather-long-name-${at}`);
        const policies = samplePlan({
          entries: Object.fromEntries(names.map((name) => [name, { fields: { a: {} } }])),
          bundles: Object.fromEntries(names.map((name) => [name, { all: [name] }])),
        }).policies;
        for (const { statements: Statement } of policies) {
          expect(JSON.stringify({ Version: '2012-10-17', Statement }).length).toBeLessThanOrEqual(6144);
        }
        const resources = policies.flatMap((policy) => policy.statements.flatMap((statement) => statement.Resource));
        expect(new Set(resources).size).toBe(count);
        expect(resources).toHaveLength(count);
      }),
      { numRuns: 20 },
    );
  });
});

describe('trust', () => {
  test("names exactly the store's ServiceAccount, audience and issuer", () => {
    expect(samplePlan().roles[0]?.trust).toEqual([
      {
        Sid: 'FromBlue',
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${ISSUER}` },
        Action: ['sts:AssumeRoleWithWebIdentity'],
        Condition: {
          StringEquals: {
            [`${ISSUER}:aud`]: 'sts.amazonaws.com',
            [`${ISSUER}:sub`]: 'system:serviceaccount:shop:shop-external-secrets',
          },
        },
      },
    ]);
  });

  test('has a statement for each cluster of a blue and green environment', () => {
    const green = sampleCluster({ name: 'green', oidcIssuer: `https://${ISSUER.replace('755', '766')}/` });
    const trust = samplePlan({ environment: { clusters: [sampleCluster(), green] } }).roles[0]?.trust;
    expect(trust?.map((statement) => statement.Sid)).toEqual(['FromBlue', 'FromGreen']);
    expect(JSON.stringify(trust?.[1])).toContain(`${ISSUER.replace('755', '766')}:sub`);
  });

  test('of Pod Identity asks for the operator of the cluster, which reads for every store', () => {
    const plan = samplePlan({
      bundles: { a: { namespace: ['one', 'two'], all: ['app'] } },
      environment: { store: { identity: podIdentity() } },
    });
    expect(plan.roles).toHaveLength(1);
    expect(plan.roles[0]).toMatchObject({
      stores: ['shop/production/one/aws-secrets-manager', 'shop/production/two/aws-secrets-manager'],
      podIdentityAssociations: [{ cluster: 'blue', namespace: 'external-secrets', serviceAccount: 'external-secrets' }],
      trust: [{ Principal: { Service: 'pods.eks.amazonaws.com' }, Action: ['sts:AssumeRole', 'sts:TagSession'] }],
    });
    expect(plan.serviceAccounts).toEqual([]);
  });

  test('does not exist with static credentials, but the policy to attach does', () => {
    const plan = samplePlan({ environment: { store: { identity: staticCredentials({ secretName: 'aws' }) } } });
    expect(plan.roles).toEqual([]);
    expect(plan.policies).toHaveLength(1);
    expect(plan.policies[0]).not.toHaveProperty('role');
  });
});

describe('cluster stores', () => {
  const cluster = sampleCluster({
    operator: { namespace: 'eso' },
    stores: { shared: { identity: irsa() }, idle: { identity: irsa() } },
  });
  const store = { kind: 'ClusterSecretStore', name: 'shared' } as const;
  const system = (name: string) =>
    sampleProject({ system: name, namespace: name, environment: { cluster, store } }).systems[0]!;
  const plan = buildPlan({ systems: [system('shop'), system('blog')] });

  test('belong to the cluster, open to the namespaces that read through them and to no other', () => {
    expect(plan.stores).toMatchObject([
      { id: '_clusters/blue/shared', kind: 'ClusterSecretStore', conditions: ['blog', 'shop'] },
    ]);
  });

  test('have one role that reads for every system', () => {
    expect(plan.roles).toMatchObject([{ home: '_clusters/blue', name: 'blue-shared', stack: 'blue-cluster-access' }]);
    expect(plan.policies[0]?.statements[0]?.Resource).toHaveLength(2);
    expect(plan.serviceAccounts).toMatchObject([{ namespace: 'eso', name: 'external-secrets' }]);
  });
});

test('the only reader of an environment keeps its construct id when the namespace changes', () => {
  const readers = (namespace: string) => {
    const { roles, policies } = samplePlan({ namespace });
    return [...roles, ...policies].map((planned) => planned.constructId);
  };
  expect(readers('shop')).toEqual(['role', 'policy']);
  expect(readers('shop-web')).toEqual(['role', 'policy']);
});

describe('several namespaces', () => {
  const planOf = (...namespace: string[]) => samplePlan({ bundles: { a: { namespace, all: ['app'] } } });

  test('have a sync, a store and a role each', () => {
    const plan = planOf('one', 'two');
    expect(plan.bundles.map((bundle) => bundle.namespace)).toEqual(['one', 'two']);
    expect(plan.roles.map((role) => role.name)).toEqual([
      'shop-production-one-external-secrets',
      'shop-production-two-external-secrets',
    ]);
  });

  test("leave the role of the system's own namespace as it was", () => {
    const [before] = planOf('shop').roles;
    expect(before).toMatchObject({ name: 'shop-production-external-secrets', constructId: 'role' });
    expect(planOf('shop', 'jobs').roles.find((role) => role.id === before?.id)).toEqual(before);
  });
});

test('a key that two systems share is granted once', () => {
  const alias = { alias: 'alias/shared' };
  const cluster = sampleCluster({ stores: { shared: { identity: irsa() } } });
  const environment = {
    cluster,
    store: { kind: 'ClusterSecretStore', name: 'shared' },
    backend: secretsManager({ kmsKey: alias }),
  } as const;
  const systems = ['shop', 'blog'].flatMap(
    (system) => sampleProject({ system, namespace: system, environment }).systems,
  );
  const statements = buildPlan({ systems }).policies.flatMap((policy) => policy.statements);
  expect(statements.map(({ Sid }) => Sid)).toEqual(['ReadEntries', 'DecryptEntries']);
});

test('an open bundle knows the keys that the catalogue names', () => {
  const fields = { A: {}, B: { optional: true }, 'c d': {} };
  const [bundle] = samplePlan({ entries: { app: { fields } }, bundles: { b: { everything: 'app' } } }).bundles;
  expect(bundle?.keys.map(({ name, required }) => [name, required])).toEqual([
    ['A', true],
    ['B', false],
    ['c_d', true],
  ]);
});

test.each([
  ['a second filter', { keys: { K: compose('{app.TOKEN|trim|b64enc}') } }],
  ['a brace that is never closed', { keys: { K: compose('{app.TOKEN') } }],
])('%s in a composed text is a problem, and the text is not shown', (_name, bundle) => {
  const [problem] = samplePlan({ bundles: { b: bundle as never } }).problems;
  expect(problem).toMatchObject({ kind: 'value', field: 'bundles.b.keys.K' });
  expect(problem).not.toHaveProperty('given');
});

test('an entry that an environment does not have says so, and not that nobody knows it', () => {
  const entries = { app: { onlyIn: [], fields: { TOKEN: {} } } };
  const [problem] = samplePlan({ entries, bundles: { b: { keys: { K: 'app.TOKEN' } } } }).problems;
  expect(problem).toMatchObject({ kind: 'value', expected: expect.stringContaining('onlyIn') });
});

test.each([{ all: ['app'] }, { everything: 'app' }])(
  'an entry that an environment does not have says so in %j',
  (b) => {
    const entries = { app: { onlyIn: [], fields: { TOKEN: {} } } };
    const [problem] = samplePlan({ entries, bundles: { b } }).problems;
    expect(problem).toMatchObject({ kind: 'value', given: 'app', expected: expect.stringContaining('onlyIn') });
  },
);

describe('required and optional fields', () => {
  const entries = {
    app: { fields: { A: {}, B: { optional: true }, C: { requiredIn: ['production'] }, D: { requiredIn: [] } } },
  };
  test('are what the environment says', () => {
    const keys = samplePlan({ entries }).bundles[0]?.keys.map((key) => [key.name, key.required]);
    expect(keys).toEqual([
      ['A', true],
      ['B', false],
      ['C', true],
      ['D', false],
    ]);
  });
});

describe('embedded values', () => {
  const dev = (values: Record<string, Record<string, string | Uint8Array>>, keys: Record<string, string | Composed>) =>
    samplePlan({
      entries: { app: { fields: { user: {}, password: {} } } },
      bundles: { b: { keys } },
      environment: { tier: 'dev', backend: embedded({ values }) },
    }).bundles[0]?.source;
  const data = (source: ReturnType<typeof dev>) =>
    Object.entries(source?.kind === 'embedded' ? source.data : {}).map(([key, value]) => [
      key,
      Buffer.from(value, 'base64').toString(),
    ]);

  test('are composed as the operator would compose them', () => {
    const values = { app: { user: ' \u0085a<b ', password: 'p@ss/w ord+é' } };
    const keys = {
      url: compose('{app.user|trim}:{app.password|urlquery}{{}}'),
      json: compose('{app.user|toJson}'),
      b64: compose('{app.user|b64enc}'),
    };
    expect(data(dev(values, keys))).toEqual([
      ['b64', 'IMKFYTxiIA=='],
      ['json', '" \u0085a\\u003cb "'],
      ['url', 'a<b:p%40ss%2Fw+ord%2B%C3%A9{}'],
    ]);
  });

  test('may be bytes', () => {
    const source = dev({ app: { user: new Uint8Array([0, 255]) } }, { U: 'app.user' });
    expect(source).toMatchObject({ data: { U: 'AP8=' } });
  });

  test('that are missing leave their keys out', () => {
    expect(data(dev({ app: { user: 'a' } }, { U: 'app.user', P: 'app.password' }))).toEqual([['U', 'a']]);
  });
});

test('names that are derived keep within their limits and stay apart', () => {
  const name = fc.stringMatching(/^[a-z]{40,60}$/);
  fc.assert(
    fc.property(name, name, (system, namespace) => {
      const plan = samplePlan({ system, bundles: { a: { namespace: [namespace, `${namespace}2`], all: ['app'] } } });
      const names = plan.roles.map((role) => role.name);
      expect(Math.max(...names.map((role) => role.length))).toBeLessThanOrEqual(64);
      expect(new Set(names).size).toBe(2);
    }),
  );
});

test.each([
  ['eu-west-1', 'arn:aws:'],
  ['cn-north-1', 'arn:aws-cn:'],
  ['us-gov-west-1', 'arn:aws-us-gov:'],
])('every ARN in %s begins with %s', (region, start) => {
  const plan = samplePlan({
    cluster: { region },
    environment: { backend: secretsManager({ kmsKey: { create: true } }) },
  });
  const arns = JSON.stringify(plan).match(/"arn:[^"]*/g) ?? [];
  expect(arns.length).toBeGreaterThan(4);
  expect(arns.filter((arn) => !arn.startsWith(`"${start}`))).toEqual([]);
});

test('an option that nobody knows does not hide what else is wrong', () => {
  const plan = samplePlan({ bundles: { b: { all: ['ap'], ...{ secretNam: 'x' } } } });
  expect(plan.problems.map(({ kind, field, given }) => [kind, field, given])).toEqual([
    ['field', 'bundles.b.secretNam', 'secretNam'],
    ['name', 'bundles.b.all', 'ap'],
  ]);
});

test.each([
  [
    'zio-lucene',
    [
      'aws-secretsmanager',
      'localstack-secretsmanager',
      'datadog-api-key',
      'external-secrets-irsa',
      'localstack-credentials',
    ],
  ],
  ['eso-on-aws-tutorial', ['aws-secret-store', 'external-secrets-sa', 'ExternalSecretsRole', 'my-app-secrets']],
  ['k8s-myhome', ['harbor-secrets', 'harbor-admin-secret', 'github-actions-secrets', 'github-auth', 'slack3-secrets']],
])("%s's names come out as its document has them", (system, names) => {
  const plan = buildPlan(project);
  const homes = plan.environments.filter((it) => it.system === system).map(({ id }) => id);
  const clusters = plan.clusters.filter(({ id }) => id.startsWith(system)).map(({ home }) => home);
  const own = [...plan.bundles, ...plan.stores, ...plan.roles, ...plan.serviceAccounts].filter(({ home }) =>
    [...homes, ...clusters].includes(home),
  );
  const found = JSON.stringify(own);
  expect(names.filter((name) => !found.includes(`"${name}"`))).toEqual([]);
});

test('in Vault a role may read exactly the paths that its store reads', () => {
  const plan = buildPlan(project);
  expect(plan.vaultRoles.find(({ id }) => id === 'k8s-myhome/home/slack3/vault-secretstore')).toEqual({
    id: 'k8s-myhome/home/slack3/vault-secretstore',
    home: 'k8s-myhome/home',
    server: 'https://vault.example.com:8200',
    name: 'k8s-myhome-home-slack3-external-secrets',
    mount: 'kubernetes',
    serviceAccount: { name: 'external-secrets-sa', namespace: 'slack3' },
    audience: 'vault',
    policy: 'k8s-myhome-home-slack3-external-secrets',
    paths: [
      'kvv2/data/k8s-myhome/applications/slack3/bot-token',
      'kvv2/data/k8s-myhome/applications/slack3/signing-secret',
    ],
    finds: [],
  });
});

test('a parameter is read with its own action, and decrypted through its own service', () => {
  const plan = samplePlan({
    environment: { backend: parameterStore({ kmsKey: { alias: 'alias/parameters' } }) },
  });
  expect(plan.policies.flatMap(({ statements }) => statements)).toEqual([
    {
      Sid: 'ReadParameters',
      Effect: 'Allow',
      Action: ['ssm:GetParameter'],
      Resource: ['arn:aws:ssm:eu-west-1:123456789012:parameter/shop/production/app'],
    },
    {
      Sid: 'DecryptParameters',
      Effect: 'Allow',
      Action: ['kms:Decrypt'],
      Resource: ['arn:aws:kms:eu-west-1:123456789012:key/*'],
      Condition: {
        StringEquals: { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com' },
        'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/parameters' },
      },
    },
  ]);
  expect(plan.entries[0]).toMatchObject({ managed: false, remoteKey: '/shop/production/app' });
});

test('tags are read with an action of their own, and without the key', () => {
  const plan = samplePlan({
    entries: { app: { fields: { TOKEN: {} }, kmsKey: { alias: 'alias/shop' } } },
    bundles: { 'shop-secrets': { keys: { TAGS: { from: 'app.TOKEN', metadata: true } } } },
  });
  expect(plan.policies.flatMap(({ statements }) => statements)).toEqual([
    {
      Sid: 'ReadTags',
      Effect: 'Allow',
      Action: ['secretsmanager:DescribeSecret'],
      Resource: ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/production/app-??????'],
    },
  ]);
});

test('what is found below a path is listed with all and read below that path only', () => {
  const plan = samplePlan({ bundles: { found: { find: { path: '{system}/{environment}/' } } } });
  expect(plan.policies.flatMap(({ statements }) => statements)).toEqual([
    {
      Sid: 'ListEntries',
      Effect: 'Allow',
      Action: ['secretsmanager:BatchGetSecretValue', 'secretsmanager:ListSecrets'],
      Resource: ['*'],
    },
    {
      Sid: 'ReadFound',
      Effect: 'Allow',
      Action: ['secretsmanager:GetSecretValue'],
      Resource: ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/production/*'],
    },
  ]);
});

test.each<readonly [how: string, find: FindInput, statements: object[]]>([
  [
    'by name is read as a whole',
    { path: '/{system}/{environment}/' },
    [{ Action: ['ssm:GetParametersByPath'], Resource: [`${PARAMETERS}/shop/production`] }],
  ],
  [
    'by tags is listed with all and read one by one',
    { path: '/{system}/{environment}', tags: { team: 'shop' } },
    [
      { Action: ['ssm:DescribeParameters'], Resource: ['*'] },
      { Action: ['ssm:GetParameter'], Resource: [`${PARAMETERS}/shop/production/*`] },
    ],
  ],
])('a path of Parameter Store in which is found %s, and its values decrypted', (_how, find, statements) => {
  const backend = parameterStore({ kmsKey: { alias: 'alias/parameters' } });
  const plan = samplePlan({ bundles: { found: { find } }, environment: { backend } });
  expect(plan.policies.flatMap((policy) => policy.statements)).toMatchObject([
    { Action: ['kms:Decrypt'] },
    ...statements,
  ]);
});

test.each<readonly [version: 'v1' | 'v2', tags: Record<string, string> | undefined, finds: Record<string, string[]>]>([
  ['v2', undefined, { 'secret/data/shop/production/*': ['read'], 'secret/metadata/shop/production/*': ['list'] }],
  [
    'v2',
    { team: 'shop' },
    { 'secret/data/shop/production/*': ['read'], 'secret/metadata/shop/production/*': ['list', 'read'] },
  ],
  ['v1', undefined, { 'secret/shop/production/*': ['list', 'read'] }],
])('what is found in Vault with KV %s and the tags %j is listed and read below its folder', (version, tags, finds) => {
  const backend = vault({ server: 'https://vault.example.com', version });
  const find = { path: '{system}/{environment}/', ...(tags && { tags }) };
  const plan = samplePlan({ bundles: { found: { find } }, environment: { backend } });
  const [role] = plan.vaultRoles;
  expect(Object.fromEntries(role!.finds.map(({ path, capabilities }) => [path, capabilities]))).toEqual(finds);
  expect(plan.bundles[0]?.find).toEqual({ path: 'shop/production', ...(tags ? { tags } : { name: '.*' }) });
});
