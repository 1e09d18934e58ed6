import { findWorld } from './support/deployment';
import { engine } from './support/engine';
import { decoded } from './support/expected-data';
import { becomes, eventually, forceSync, isSaid, rests, type World } from './support/syncs';
import { KINDS } from './support/values';
import { Vault } from './support/vault';
import { clusterForVault } from './support/vault-cluster';

const HOST = 'vault.example.com';
const AUDIENCE = `https://${HOST}`;
const NAMESPACE = 'vault-sample';
const ELSEWHERE = 'vault-elsewhere';
const READER = 'sample-reader';
const PATH = 'sample/production/app';
/** Vault may have to be built first. */
const BUILDING = 30 * 60_000;
/** The operator waits about as long as something was broken before it tries again. */
const MENDED_LIMIT = 100_000;

const POLICY = `
path "kv/data/${PATH}" { capabilities = ["read"] }
path "auth/token/lookup-self" { capabilities = ["read"] }
path "auth/token/revoke-self" { capabilities = ["update"] }
`;

const ROLE = {
  bound_service_account_names: [READER],
  bound_service_account_namespaces: [NAMESPACE],
  audience: AUDIENCE,
  token_policies: [READER],
  token_no_default_policy: true,
  token_ttl: '5m',
  token_max_ttl: '5m',
};

let vault: Vault;
let world: World;
let value: Record<string, string>;
let roleWarnings: readonly string[];
let applyWarnings: string;
let started: number;

beforeAll(async () => {
  const state = await engine.state();
  vault = new Vault(await engine.vault(HOST));
  world = { ...(await findWorld()), vault };
  await vault.reset();
  await vault.enableKubernetes('kubernetes', await clusterForVault(state));
  await vault.enableKv('kv');
  await vault.writePolicy(READER, POLICY);
  roleWarnings = await vault.writeRole('kubernetes', READER, ROLE);
  value = Object.fromEntries(Object.entries(KINDS).map(([kind, make]) => [kind, make()]));
  for (const path of [PATH, `${PATH}-next`, 'sample/production']) await vault.put('kv', path, value);
  started = Date.now();
  for (const name of [NAMESPACE, ELSEWHERE]) await world.kubectl.run(['create', 'namespace', name]);
  applyWarnings = await apply();
}, BUILDING);

afterAll(() => world.kubectl.run(['delete', 'namespace', NAMESPACE, ELSEWHERE, '--wait=false']));

describe('a path in Vault that the policy names', () => {
  test('arrives whole: the Secret holds its keys with the bytes of the backend', async () => {
    await becomes(true, world, NAMESPACE, 'whole');
    expect(await dataOf('whole')).toEqual(value);
  });

  test('gives the keys that a sync names, and no other', async () => {
    await becomes(true, world, NAMESPACE, 'some');
    expect(await dataOf('some')).toEqual({ PEM: value.pem, ODD: value.odd });
  });

  test('is read as the role, which needs nothing besides but to look up its own token and to give it back', async () => {
    const asked = vault.requests(started).filter(({ role }) => role === READER);
    const granted = asked
      .filter(({ error }) => error === undefined)
      .map(({ operation, path }) => `${operation} ${path}`);
    expect(new Set(granted)).toEqual(
      new Set(['read auth/token/lookup-self', `read kv/data/${PATH}`, 'update auth/token/revoke-self']),
    );
  });

  test('is read with a token that lives no longer than the reading', async () => {
    const onlyOurs = async () => (await vault.tokens()).length === 1;
    await eventually('every token of the operator is given back', world, NAMESPACE, onlyOurs);
  });

  test('makes the sync not ready when it loses a key: an event names the key, and the last good Secret stays', async () => {
    const before = await dataOf('some');
    const { pem: _gone, ...rest } = value;
    await vault.put('kv', PATH, rest);
    await forceSync(world, NAMESPACE, 'some');
    await becomes(false, world, NAMESPACE, 'some');
    await isSaid('cannot find secret data for key: "pem"', world, NAMESPACE, 'some');
    expect(await dataOf('some')).toEqual(before);
    await vault.put('kv', PATH, value);
    await forceSync(world, NAMESPACE, 'some');
    await becomes(true, world, NAMESPACE, 'some');
  });
});

describe('a path in Vault that the policy does not name', () => {
  test.each([
    ['one whose name goes on after that of a granted one', 'next'],
    ['the folder of a granted one', 'above'],
  ])('such as %s, is refused: the sync is not ready, an event says why, and no Secret appears', async (_what, sync) => {
    await becomes(false, world, NAMESPACE, sync);
    await isSaid('permission denied', world, NAMESPACE, sync);
    await rests(world, NAMESPACE);
    expect(await world.kubectl.tryGet('secret', sync, NAMESPACE)).toBeUndefined();
  });
});

describe('the role in Vault', () => {
  const tokenOf = async (account: string, namespace: string, audience: string): Promise<string> => {
    const args = ['create', 'token', account, `--namespace=${namespace}`, `--audience=${audience}`];
    return (await world.kubectl.run(args)).trim();
  };
  const own = () => tokenOf(READER, NAMESPACE, AUDIENCE);

  test('is written without a warning', () => {
    expect(roleWarnings).toEqual([]);
  });

  test.each([
    ['the token of another ServiceAccount', () => tokenOf('default', NAMESPACE, AUDIENCE)],
    ['that of the same ServiceAccount of another namespace', () => tokenOf(READER, ELSEWHERE, AUDIENCE)],
    ['one for another audience', () => tokenOf(READER, NAMESPACE, 'sts.amazonaws.com')],
    ['one that somebody else signed', async () => forged(await own())],
  ])('refuses %s', async (_which, token) => {
    await expect(vault.login('kubernetes', READER, await token())).rejects.toThrow('Vault answered 403');
  });

  test.each([
    ['write what it reads', 'POST', `kv/data/${PATH}`],
    ['delete it', 'DELETE', `kv/data/${PATH}`],
    ['read its metadata', 'GET', `kv/metadata/${PATH}`],
    ['list what is beside it', 'LIST', 'kv/metadata/sample/production'],
    ['read a policy', 'GET', `sys/policies/acl/${READER}`],
  ] as const)('may not %s', async (_what, method, path) => {
    const reader = await vault.login('kubernetes', READER, await own());
    await expect(reader.ask(method, path)).rejects.toThrow('Vault answered 403');
  });

  test('has a token that the API server refuses: it is for Vault alone', async () => {
    const answer = await world.kubectl.try([`--token=${await own()}`, 'auth', 'whoami']);
    expect(answer.errors).toContain('Unauthorized');
  });
});

describe('when Vault refuses connections', () => {
  afterAll(() => engine.start('vault'));

  test('the sync is not ready, and the last good Secret stays', async () => {
    await engine.stop('vault');
    await forceSync(world, NAMESPACE, 'whole');
    await becomes(false, world, NAMESPACE, 'whole');
    await isSaid('connection refused', world, NAMESPACE);
    expect(await dataOf('whole')).toEqual(value);
  });

  test(
    'and answers again, the sync is ready by itself',
    async () => {
      await engine.start('vault');
      await becomes(true, world, NAMESPACE, 'whole', MENDED_LIMIT);
    },
    MENDED_LIMIT + 20_000,
  );
});

test('a SecretStore for Vault and its ExternalSecrets are as their files once the operator has reconciled', async () => {
  expect(applyWarnings).toBe('');
  expect(await world.kubectl.try(['diff', '--server-side', '--filename', '-'], FILES)).toMatchObject({ status: 0 });
});

// --- internal ---

const reference = (key: string) => ({
  conversionStrategy: 'Default',
  decodingStrategy: 'None',
  key,
  metadataPolicy: 'None',
});

const sync = (name: string, reading: object) => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ExternalSecret',
  metadata: { name, namespace: NAMESPACE },
  spec: {
    refreshInterval: '1h0m0s',
    secretStoreRef: { kind: 'SecretStore', name: READER },
    target: { creationPolicy: 'Owner', deletionPolicy: 'Retain', name },
    ...reading,
  },
});

const account = (namespace: string) => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: READER, namespace },
});

const STORE = {
  apiVersion: 'external-secrets.io/v1',
  kind: 'SecretStore',
  metadata: { name: READER, namespace: NAMESPACE },
  spec: {
    provider: {
      vault: {
        auth: {
          kubernetes: {
            mountPath: 'kubernetes',
            role: READER,
            serviceAccountRef: { audiences: [AUDIENCE], name: READER },
          },
        },
        path: 'kv',
        server: `https://${HOST}`,
        version: 'v2',
      },
    },
  },
};

const FILES = JSON.stringify({
  apiVersion: 'v1',
  kind: 'List',
  items: [
    account(NAMESPACE),
    account(ELSEWHERE),
    STORE,
    sync('whole', { dataFrom: [{ extract: reference(PATH) }] }),
    sync('some', {
      data: [
        { secretKey: 'PEM', remoteRef: { ...reference(PATH), property: 'pem' } },
        { secretKey: 'ODD', remoteRef: { ...reference(PATH), property: 'odd' } },
      ],
    }),
    sync('next', { dataFrom: [{ extract: reference(`${PATH}-next`) }] }),
    sync('above', { dataFrom: [{ extract: reference('sample/production') }] }),
  ],
});

/** Gives what kubectl said on its side channel: warnings. */
async function apply(): Promise<string> {
  const { status, errors } = await world.kubectl.try(
    ['apply', '--server-side', '--validate=strict', '--filename', '-'],
    FILES,
  );
  if (status !== 0) throw new Error(errors);
  return errors;
}

const dataOf = async (name: string): Promise<Record<string, string>> =>
  decoded((await world.kubectl.tryGet('secret', name, NAMESPACE))?.data);

/** The same claims under a signature of its length. */
const forged = (token: string): string => {
  const [header, claims, signature] = token.split('.');
  return `${header}.${claims}.${Buffer.alloc(Buffer.from(signature!, 'base64url').length, 7).toString('base64url')}`;
};
