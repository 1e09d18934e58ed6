import { createHash, createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import {
  buildPlan,
  type Catalogue,
  compose,
  type EmbeddedValues,
  eksCluster,
  embedded,
  secretsManager,
  template,
} from 'keywright';
import { TEMPLATE_FUNCTIONS } from '../../lib/checks/support/template-functions';
import { certificateFor } from './support/certificate';
import { deploy, findWorld, withdraw } from './support/deployment';
import { type EnvironmentPlan, ensureNamespace } from './support/environment';
import { decoded } from './support/expected-data';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { allReady, rests, type World } from './support/syncs';

const NAMESPACE = 'templates';
const HOST = 'shop.example';

const user = { user: 'machine.username', password: 'machine.password' } as const;

const catalogue: Catalogue = {
  system: NAMESPACE,
  environments: ['dev', 'production'],
  namespace: NAMESPACE,
  entries: {
    machine: { fields: { username: {}, password: {}, 'ssh-privatekey': {} } },
    certificate: { fields: { 'tls.crt': {}, 'tls.key': {} } },
    hosts: { value: {} },
    settings: { fields: { base: {}, more: {} } },
  },
  bundles: {
    tls: { all: ['certificate'], type: 'kubernetes.io/tls' },
    docker: {
      type: 'kubernetes.io/dockerconfigjson',
      keys: {
        '.dockerconfigjson': template(
          '{{ $auth := printf "%s:%s" .user .password | b64enc }}{{ $one := dict "username" .user "password" .password "auth" $auth }}{{ dict "auths" (dict "images.example" $one) | toJson }}',
          user,
        ),
      },
      onlyIn: ['production'],
    },
    basic: {
      type: 'kubernetes.io/basic-auth',
      keys: { username: 'machine.username', password: 'machine.password' },
    },
    ssh: { type: 'kubernetes.io/ssh-auth', keys: { 'ssh-privatekey': 'machine.ssh-privatekey' } },
    files: {
      keys: {
        'shop.toml': template(
          '# made for {{ .user }}\n[database]\nuser = {{ .user | toRawJson }}\npassword = {{ .password | toRawJson }}\n{{- range $at, $host := fromJson .hosts }}\n\n[[replica]]\nhost = {{ $host.name | toRawJson }}\nfirst = {{ eq $at 0 }}\n{{- end }}\n',
          { ...user, hosts: 'hosts' },
          { dev: compose('# made for {machine.username}\n') },
        ),
        'shop.ini': template('[shop]\nuser={{ .user }}\nencoded={{ .password | b64enc }}\n', user, {
          dev: compose('[shop]\nuser={machine.username}\nencoded={machine.password|b64enc}\n'),
        }),
        URL: compose('https://{machine.username}:{machine.password|urlquery}@shop.example'),
      },
    },
    access: { keys: { htpasswd: template('{{ htpasswd .user .password }}', user) }, onlyIn: ['production'] },
    merged: {
      everything: 'settings',
      rewrite: [{ merge: { priority: ['base'], conflictPolicy: 'Ignore' } }, { transform: '{{ .value | upper }}' }],
      onlyIn: ['production'],
    },
    'merged-into': {
      everything: 'settings',
      rewrite: [{ merge: { into: 'all.json', conflictPolicy: 'Ignore' } }],
      onlyIn: ['production'],
    },
    kept: {
      keys: {
        'shop.conf': template({ configMap: 'shop-templates' }, user),
        'shop.key': template({ secret: 'shop-templates' }, user),
        username: 'machine.username',
      },
      templateFrom: [
        {
          template: template('{{ range list "a" "b" }}{{ . }}: {{ $.user | quote }}\n{{ end }}', {
            user: 'machine.username',
          }),
        },
        { template: template({ configMap: 'shop-templates' }, user), key: 'labels', target: 'Labels' },
        {
          template: template('example.com/user: {{ .user | quote }}', { user: 'machine.username' }),
          target: 'Annotations',
        },
      ],
      secretLabels: { team: 'shop' },
      secretAnnotations: { 'example.com/text': 'what {{ it }} says {' },
      onlyIn: ['production'],
    },
    functions: {
      keys: { all: template(`{{ if not .user }}${everyFunction()}{{ end }}every one`, { user: 'machine.username' }) },
      onlyIn: ['production'],
    },
  },
};

let world: World;
let its: EnvironmentPlan;
let values: EmbeddedValues & Record<string, string | Record<string, string>>;

beforeAll(async () => {
  world = await findWorld();
  values = await valuesOfEach();
  its = await renderSample(catalogue, {
    name: 'production',
    cluster: eksCluster(SAMPLE_CLUSTER),
    backend: secretsManager(),
  });
  await keepTemplates();
  await deploy(
    world,
    its,
    new Map(Object.entries(values).map(([entry, value]) => [`templates/production/${entry}`, value])),
  );
  await allReady(world, NAMESPACE);
});

afterAll(() => withdraw(world, its));

describe('a Go template', () => {
  test('makes a file with what loops over the values of a list', async () => {
    const { 'shop.toml': text } = await dataOf('files');
    const { username, password } = machine();
    expect(text).toBe(
      `# made for ${username}\n[database]\nuser = ${JSON.stringify(username)}\npassword = ${JSON.stringify(password)}\n\n` +
        '[[replica]]\nhost = "a.example"\nfirst = true\n\n[[replica]]\nhost = "b.example"\nfirst = false\n',
    );
  });

  test('encodes what it is given', async () => {
    const { 'shop.ini': text } = await dataOf('files');
    const { username, password } = machine();
    expect(text).toBe(`[shop]\nuser=${username}\nencoded=${Buffer.from(password).toString('base64')}\n`);
  });

  test('stands beside a composed key that reads the same fields', async () => {
    const { URL: url } = await dataOf('files');
    expect(url).toBe(`https://${machine().username}:${encodeURIComponent(machine().password)}@shop.example`);
  });

  test('makes a line of htpasswd', async () => {
    const { htpasswd } = await dataOf('access');
    expect(htpasswd).toMatch(new RegExp(`^${machine().username}:\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}$`));
  });

  test('may call every function that the checks know', async () => {
    expect(await dataOf('functions')).toEqual({ all: 'every one' });
  });
});

describe('a template that the cluster keeps', () => {
  test('makes one key, beside keys that are fields, and another makes many', async () => {
    const { username, password } = machine();
    expect(await dataOf('kept')).toEqual({
      'shop.conf': `user ${username}\n`,
      'shop.key': `${password}!`,
      a: username,
      b: username,
      username,
    });
  });

  test('makes labels and annotations, beside those that the catalogue says', async () => {
    const secret = await world.kubectl.tryGet('secret', 'kept', NAMESPACE);
    expect(secret?.metadata.labels).toMatchObject({ made: 'robot', team: 'shop' });
    expect(secret?.metadata.annotations).toMatchObject({
      'example.com/text': 'what {{ it }} says {',
      'example.com/user': 'robot',
    });
  });
});

describe('an open bundle', () => {
  test('may have the properties of its values for keys, with names that a template makes', async () => {
    expect(await dataOf('merged')).toEqual({ COLOUR: 'red', SIZE: '7' });
  });

  test('may have its values as one beside them', async () => {
    const { 'all.json': all, ...others } = await dataOf('merged-into');
    expect(JSON.parse(all!)).toEqual({ colour: 'blue', size: 7 });
    expect(others).toEqual(values.settings);
  });
});

describe('a Secret of type', () => {
  test('kubernetes.io/tls holds a certificate and the key that it is for', async () => {
    const data = await dataOf('tls', 'kubernetes.io/tls');
    const certificate = new X509Certificate(data['tls.crt']!);
    expect(certificate.checkHost(HOST)).toBe(HOST);
    expect(certificate.checkPrivateKey(createPrivateKey(data['tls.key']!))).toBe(true);
  });

  test('kubernetes.io/dockerconfigjson holds a login that a template makes of user and password', async () => {
    const { '.dockerconfigjson': text } = await dataOf('docker', 'kubernetes.io/dockerconfigjson');
    const { username, password } = machine();
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    expect(JSON.parse(text!)).toEqual({ auths: { 'images.example': { auth, password, username } } });
  });

  test('kubernetes.io/basic-auth holds a user and a password', async () => {
    const { username, password } = machine();
    expect(await dataOf('basic', 'kubernetes.io/basic-auth')).toEqual({ username, password });
  });

  test('kubernetes.io/ssh-auth holds a key that can be read', async () => {
    const data = await dataOf('ssh', 'kubernetes.io/ssh-auth');
    expect(data).toEqual({ 'ssh-privatekey': machine()['ssh-privatekey'] });
    expect(createPrivateKey(data['ssh-privatekey']!).asymmetricKeyType).toBe('rsa');
  });
});

test('a template that has a text for dev is that text there, of the same fields', async () => {
  const { plan } = inDev();
  const bundle = plan.bundles.find(({ bundle }) => bundle === 'files')!;
  if (bundle.source.kind !== 'embedded') throw new Error('dev has an operator');
  const { 'shop.ini': ini, URL: url, 'shop.toml': toml } = decoded(bundle.source.data);
  const live = await dataOf('files');
  expect({ ini, url }).toEqual({ ini: live['shop.ini'], url: live.URL });
  expect(toml).toBe(`# made for ${machine().username}\n`);
});

test('the same files show no difference once the operator has reconciled', async () => {
  await rests(world, NAMESPACE);
  for (const folder of its.folders) {
    const { status, output } = await world.kubectl.try(['diff', '--server-side', '-k', folder]);
    expect({ status, output }).toEqual({ status: 0, output: '' });
  }
});

test('what the cluster holds is what the files say', async () => {
  for (const folder of its.folders) {
    for (const { kind, metadata, spec } of await world.kubectl.kustomized(folder)) {
      const live = await world.kubectl.tryGet(kind, metadata.name, metadata.namespace ?? '');
      expect({ kind, name: metadata.name, spec: live?.spec }).toEqual({ kind, name: metadata.name, spec });
    }
  }
});

// --- internal ---

/** Calls of every function in a branch that is never taken: a template with one that does not exist is refused whole. */
function everyFunction(): string {
  return TEMPLATE_FUNCTIONS.map((name) => `{{ ${name} }}`).join('');
}

/** What somebody keeps in the namespace of the Secrets. */
async function keepTemplates(): Promise<void> {
  await ensureNamespace(world.kubectl, NAMESPACE);
  const kept = { name: 'shop-templates', namespace: NAMESPACE };
  const configMap = { 'shop.conf': 'user {{ .user }}\n', labels: 'made: {{ .user }}' };
  const objects = [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: kept, data: configMap },
    { apiVersion: 'v1', kind: 'Secret', metadata: kept, stringData: { 'shop.key': '{{ .password }}!' } },
  ];
  const list = { apiVersion: 'v1', kind: 'List', items: objects };
  await world.kubectl.run(['apply', '--server-side', '-f', '-'], JSON.stringify(list));
}

async function valuesOfEach() {
  const { certificate, key } = await certificateFor(HOST);
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const password = createHash('sha256').update(privateKey).digest('base64');
  return {
    machine: { username: 'robot', password, 'ssh-privatekey': privateKey },
    certificate: { 'tls.crt': certificate, 'tls.key': key },
    settings: { base: JSON.stringify({ colour: 'red' }), more: JSON.stringify({ colour: 'blue', size: 7 }) },
    hosts: JSON.stringify([{ name: 'a.example' }, { name: 'b.example' }]),
  };
}

const machine = () => values.machine as Record<'username' | 'password' | 'ssh-privatekey', string>;

/** The catalogue where the same values stand in the repository. */
function inDev() {
  const dev = { name: 'dev', tier: 'dev' as const, backend: embedded({ values }) };
  return { plan: buildPlan({ systems: [{ catalogue, environments: [dev] }] }) };
}

async function dataOf(name: string, type = 'Opaque'): Promise<Record<string, string>> {
  const secret = await world.kubectl.tryGet('secret', name, NAMESPACE);
  expect(secret?.type).toBe(type);
  return decoded(secret?.data);
}
