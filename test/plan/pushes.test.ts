import { embedded, irsa, type Plan, podIdentity, secretsManager, staticCredentials } from '../../lib/model';
import { type Sample, sampleCluster, samplePlan } from '../sample';

const PUSHING: Sample = {
  entries: { app: { fields: { TOKEN: {} } }, kept: { fields: { user: {}, password: { optional: true } } } },
  bundles: { 'shop-secrets': { all: ['app', 'kept'] } },
  pushes: { made: { entry: 'kept', namespace: 'operators' } },
};
const planOf = (environment: Sample['environment'] = {}, more: Sample = {}): Plan =>
  samplePlan({ ...PUSHING, ...more, environment });

const entryOf = (plan: Plan) => plan.entries.find(({ entry }) => entry === 'kept');
const actionsOf = (plan: Plan, name: string) =>
  plan.policies.find((policy) => policy.name === name)?.statements.map(({ Sid }) => Sid);

test('an entry that is pushed is made by the push, and by no stack', () => {
  const kept = entryOf(planOf());
  expect(kept).toMatchObject({ managed: false, pushedBy: 'shop/production/operators/made' });
  expect(kept).not.toHaveProperty('stack');
});

test('an entry is made by its stack in an environment that does not push it', () => {
  const pushes = { made: { entry: 'kept', onlyIn: [] } };
  const kept = entryOf(planOf({}, { pushes }));
  expect(kept).toMatchObject({ managed: true, stack: 'shop-production-entries' });
  expect(kept).not.toHaveProperty('pushedBy');
});

test('dev values in the repository are pushed nowhere', () => {
  const values = { app: { TOKEN: 'placeholder' }, kept: { user: 'placeholder' } };
  const plan = planOf({ tier: 'dev', backend: embedded({ values }) });
  expect([plan.pushes, plan.stores]).toEqual([[], []]);
});

test('every field is taken from the key of its name unless something else is said', () => {
  expect(planOf().pushes[0]).toMatchObject({
    secretName: 'made',
    fields: [
      { field: 'password', key: 'password', required: false },
      { field: 'user', key: 'user', required: true },
    ],
    refreshInterval: '1h0m0s',
    deletionPolicy: 'None',
  });
});

test('a field that the environment does without is not pushed', () => {
  const { pushes, problems } = planOf(
    { entries: { kept: { without: ['password'] } } },
    { pushes: { made: { entry: 'kept', fields: { user: 'name', password: 'token' } } } },
  );
  expect(problems).toEqual([]);
  expect(pushes[0]?.fields).toEqual([{ field: 'user', key: 'name', required: true }]);
});

describe('an entry that its bundle reads from another backend', () => {
  const bundles = { 'shop-secrets': { all: ['app'] }, far: { all: ['kept'] } };
  const far = { backend: secretsManager({ region: 'us-east-1' }), store: { name: 'far' } };

  test('is pushed there, as somebody whose names say so', () => {
    const plan = planOf({ bundles: { far } }, { bundles });
    expect(entryOf(plan)).toMatchObject({
      managed: false,
      pushedBy: 'shop/production/operators/made',
      arn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/production/kept-??????',
    });
    const [push] = plan.pushes;
    const store = plan.stores.find(({ id }) => id === push?.stores[0]);
    expect([push?.keeper, store?.keeper, store?.name]).toEqual([
      'shop/production/far',
      'shop/production/far',
      'far-push',
    ]);
    expect([store?.provider, store?.identity]).toMatchObject([
      { region: 'us-east-1' },
      { serviceAccount: 'shop-far-external-secrets-push' },
    ]);
    const role = plan.roles.find(({ stores }) => stores.includes(store?.id ?? ''));
    expect([role?.name, role?.stack]).toEqual([
      'shop-production-operators-far-external-secrets-push',
      'shop-production-far-access',
    ]);
  });

  test('is pushed there from where the others stand in the repository', () => {
    const backend = embedded({ values: { app: { TOKEN: 'placeholder' } } });
    const plan = planOf({ tier: 'dev', backend, bundles: { far } }, { bundles });
    expect(plan.pushes.map(({ push, keeper }) => [push, keeper])).toEqual([['made', 'shop/production/far']]);
  });
});

describe('what writes', () => {
  test('with IRSA is a store, a ServiceAccount and a role of its own', () => {
    const plan = planOf({
      store: { name: 'aws', identity: irsa({ serviceAccount: 'reader', role: { name: 'shop-{namespace}' } }) },
    });
    expect(
      plan.stores.map(({ id, identity }) => [id, 'serviceAccount' in identity && identity.serviceAccount]),
    ).toEqual([
      ['shop/production/operators/aws-push', 'reader-push'],
      ['shop/production/shop/aws', 'reader'],
    ]);
    expect(plan.roles.map(({ name, constructId }) => [name, constructId])).toEqual([
      ['shop-operators-push', 'writer-operators'],
      ['shop-shop', 'role'],
    ]);
    expect(actionsOf(plan, 'shop-operators-push-write')).toEqual(['PushEntries']);
    expect(actionsOf(plan, 'shop-shop-read')).toEqual(['ReadEntries']);
  });

  test('beside a cluster store is a store of the environment', () => {
    const cluster = sampleCluster({ stores: { shared: { identity: irsa() } } });
    const plan = planOf({ cluster, store: { kind: 'ClusterSecretStore', name: 'shared' } });
    expect(plan.pushes[0]).toMatchObject({
      storeRef: { kind: 'SecretStore', name: 'shared-push' },
      stores: ['shop/production/operators/shared-push'],
    });
    const store = plan.stores.find(({ kind }) => kind === 'SecretStore');
    expect(store?.identity).toMatchObject({ serviceAccount: 'shop-external-secrets-push', namespace: 'operators' });
    expect(plan.stores.find(({ kind }) => kind === 'ClusterSecretStore')?.conditions).toEqual(['shop']);
    expect(plan.stacks.map(({ id }) => id)).toContain('shop-production-access');
  });

  test('with Pod Identity is the operator, whose role has both rights', () => {
    const plan = planOf({ store: { identity: podIdentity() } });
    expect(plan.pushes[0]?.stores).toEqual(['shop/production/operators/aws-secrets-manager']);
    expect(plan.roles).toHaveLength(1);
    expect(plan.policies.map(({ name, role }) => [name, role === plan.roles[0]?.id])).toEqual([
      ['shop-production-external-secrets-read', true],
      ['shop-production-external-secrets-write', true],
    ]);
  });

  test('with Pod Identity of a cluster store is that store, open to the namespace of the push', () => {
    const cluster = sampleCluster({ stores: { shared: { identity: podIdentity() } } });
    const plan = planOf({ cluster, store: { kind: 'ClusterSecretStore', name: 'shared' } });
    expect(plan.pushes[0]?.storeRef).toEqual({ kind: 'ClusterSecretStore', name: 'shared' });
    expect(plan.stores.map(({ conditions }) => conditions)).toEqual([['operators', 'shop']]);
  });

  test('with an access key is the same key, and a policy to attach to it', () => {
    const plan = planOf({ store: { identity: staticCredentials({ secretName: 'aws' }) } });
    expect(plan.pushes[0]?.stores).toEqual(['shop/production/operators/aws-secrets-manager']);
    expect(plan.roles).toEqual([]);
    expect(plan.policies.flatMap(({ statements }) => statements.map(({ Sid }) => Sid))).toContain('PushEntries');
  });

  test('may delete what goes with its push, and use the key that encrypts it', () => {
    const plan = planOf(
      {},
      {
        entries: { app: { fields: { TOKEN: {} } }, kept: { kmsKey: { create: true }, fields: { user: {} } } },
        pushes: { made: { entry: 'kept', deletionPolicy: 'Delete' } },
      },
    );
    expect(actionsOf(plan, 'shop-production-external-secrets-push-write')).toEqual([
      'PushEntries',
      'DeletePushedEntries',
      'EncryptEntries',
    ]);
  });
});
