import { chmodSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Plan } from '../../lib/model';
import { folderWith } from './folders';
import { run } from './run';
import { SHOP, shopWith } from './shop';

/** The paths of all files below a folder. */
const filesIn = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();

const synthesized = async (files: Record<string, string> = { ...SHOP }): Promise<string> => {
  const dir = folderWith(files);
  expect(await run('synth', '--project', dir)).toMatchObject({ code: 0, stderr: '' });
  return dir;
};

describe('synth', () => {
  test('writes both sides and says how much', async () => {
    const dir = folderWith(SHOP);
    const { code, stdout, stderr } = await run('synth', '--project', dir);
    expect([code, stderr]).toEqual([0, '']);
    const files = filesIn(join(dir, 'dist'));
    const count = (side: string) => files.filter((file) => file.startsWith(side)).length;
    expect(stdout).toContain(`${dir}/dist/kubernetes  ${count('kubernetes/')} files: ${count('kubernetes/')} added\n`);
    expect(stdout).toContain(`${dir}/dist/aws         ${count('aws/')} files: ${count('aws/')} added\n`);
    expect(files).toContain('kubernetes/shop/production/shop/externalsecret-shop-secrets.yaml');
    expect(files).toContain('aws/shop/production/shop-production-entries.template.json');
  });

  test('a second time changes nothing', async () => {
    const dir = await synthesized();
    expect((await run('synth', '--project', dir)).stdout).toMatch(
      /files: nothing changed\n.*files: nothing changed\n$/,
    );
  });

  test('writes to another folder if told to', async () => {
    const dir = folderWith(SHOP);
    await run('synth', '--project', dir, '--output', join(dir, 'out'));
    expect(readdirSync(dir).sort()).toEqual(['environments', 'out']);
  });

  test('with a filter writes only the folders of that environment, and says what else is stale', async () => {
    const dir = await synthesized();
    rmSync(join(dir, 'dist'), { recursive: true });
    const { code, stdout } = await run('synth', '--project', dir, '--environment', 'dev');
    expect(code).toBe(0);
    expect(filesIn(join(dir, 'dist')).every((file) => file.startsWith('kubernetes/shop/dev/'))).toBe(true);
    expect(stdout).toMatch(/elsewhere: \d+ files stale, which keywright synth without a filter writes\n$/);
  });

  test('stops at an error and leaves dist/ as it was', async () => {
    const dir = await synthesized();
    const before = filesIn(join(dir, 'dist'));
    writeFileSync(
      join(dir, 'environments/shop/catalogue.ts'),
      shopWith('shop/catalogue.ts', "namespace: 'shop'", "namespace: 'Shop'")['environments/shop/catalogue.ts']!,
    );
    const { code, stdout } = await run('synth', '--project', dir);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^error namespaces-are-dns-labels {2}environments\/shop\/catalogue.ts {2}namespace\n {2}.*\n {2}→ .*\n\n1 error\n$/,
    );
    expect(filesIn(join(dir, 'dist'))).toEqual(before);
  });

  test('--check writes nothing and lists what is stale', async () => {
    const dir = await synthesized();
    expect(await run('synth', '--check', '--project', dir)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('is up to date'),
    });
    const file = 'kubernetes/shop/dev/kustomization.yaml';
    writeFileSync(join(dir, 'dist', file), 'mine');
    writeFileSync(join(dir, 'dist/aws/old.json'), 'mine');
    const { code, stdout } = await run('synth', '--check', '--project', dir);
    expect(code).toBe(1);
    expect(stdout).toBe(
      `leftover  ${dir}/dist/aws/old.json\nstale     ${dir}/dist/${file}\n\n2 files not as the catalogues say: run keywright synth\n`,
    );
    expect(readFileSync(join(dir, 'dist', file), 'utf8')).toBe('mine');
  });
});

describe('check', () => {
  test('finds nothing in what is well written and up to date', async () => {
    expect(await run('check', '--project', await synthesized())).toEqual({
      code: 0,
      stdout: 'no findings\n',
      stderr: '',
    });
  });

  test('finds that dist/ is not up to date', async () => {
    const dir = await synthesized();
    rmSync(join(dir, 'dist/kubernetes/shop/dev'), { recursive: true });
    const { code, stdout } = await run('check', '--project', dir);
    expect(code).toBe(1);
    expect(stdout).toContain('keywright synth');
  });

  test('with a filter leaves out what is about another environment', async () => {
    const dir = folderWith(
      shopWith('shop/production.ts', 'secretsManager()', 'secretsManager({ regoin: "eu-west-1" })'),
    );
    expect(await run('check', '--project', dir)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('shop/production.ts'),
    });
    expect(await run('check', '--project', dir, '--environment', 'dev')).toMatchObject({
      code: 0,
      stdout: 'no findings\n',
    });
    expect(await run('check', '--project', dir, '--environment', 'production')).toMatchObject({ code: 1 });
  });
});

describe('findings', () => {
  const oneFile = (catalogue: string) => ({
    'environments/index.ts': `
      const catalogue = ${catalogue};
      const dev = { name: 'dev', backend: { kind: 'embedded', values: {} }, oops: 1 };
      export const project = { systems: [{ catalogue, environments: [dev] }] };`,
  });
  const empty = "{ system: 'shop', environments: ['dev'], namespace: 'shop', entries: {}, bundles: {} }";

  test('name the file that is there when a project is written in one', async () => {
    const { stdout } = await run('check', '--project', folderWith(oneFile(empty)));
    expect(stdout).toContain('error fields-are-known  environments/index.ts  oops\n');
    expect(stdout).not.toContain('environments/dev.ts');
  });

  test('name JavaScript where it is JavaScript', async () => {
    const files = { 'environments/index.js': oneFile(empty)['environments/index.ts']!, 'environments/dev.js': '' };
    expect((await run('check', '--project', folderWith(files))).stdout).toContain('  environments/dev.js  oops\n');
  });

  test('are told to who asks for the plan or the tables only', async () => {
    const dir = folderWith(oneFile(empty));
    expect(await run('show', '--project', dir)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('keywright check'),
    });
    const { code, stdout } = await run('plan', '--project', dir);
    const { problems } = JSON.parse(stdout) as Plan;
    expect([code, problems.map(({ file }) => file)]).toEqual([1, ['environments/index.ts']]);
  });
});

describe('show', () => {
  test('prints bundles, keys, entries and roles by environment', async () => {
    const { code, stdout } = await run('show', '--project', folderWith(SHOP));
    expect(code).toBe(0);
    expect(stdout).toBe(`shop  Sells things
  dev, from the repository
  production on blue, from Secrets Manager

bundles and keys  dev       production
shop-secrets      2 keys    2 keys
  MAIL            optional  optional
  TOKEN           required  required

entries  environment                     name
app      dev          in the repository
         production   managed            shop/production/app

roles and who may assume them                                    may read
arn:aws:iam::123456789012:role/shop-production-external-secrets  1 entry
  shop/shop-external-secrets on blue
`);
  });

  test('names what an open bundle takes', async () => {
    const open = shopWith('shop/catalogue.ts', "all: ['app']", "everything: 'app'");
    expect((await run('show', '--project', folderWith(open))).stdout).toContain(
      'shop-secrets      all of app  all of app\n',
    );
  });

  test('says where a bundle is read from that says a backend of its own', async () => {
    const said = "all: ['app'], backend: { kind: 'vault', server: 'https://vault.example.com' }";
    const { stdout } = await run('show', '--project', folderWith(shopWith('shop/catalogue.ts', "all: ['app']", said)));
    expect(stdout).toContain('shop-secrets      2 keys    2 keys from Vault\n');
    expect(stdout).toContain('production   in Vault           shop/production/app\n');
  });

  test('says which namespaces a selector means', async () => {
    const selecting = shopWith(
      'shop/catalogue.ts',
      "all: ['app']",
      "all: ['app'], namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'In', values: ['a', 'b'] }] }",
    );
    expect((await run('show', '--project', folderWith(selecting))).stdout).toContain('2 keys where team in (a,b)\n');
  });

  test('fits ten bundles and four environments into 100 columns', async () => {
    const names = Array.from({ length: 10 }, (_, at) => `'application-number-${at}-secrets': { all: ['app'] }`);
    const many = shopWith('shop/catalogue.ts', "'shop-secrets': { all: ['app'] }", names.join(', '));
    const { stdout } = await run('show', '--project', folderWith(many));
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe('plan', () => {
  test('prints the plan', async () => {
    const { code, stdout } = await run('plan', '--project', folderWith(SHOP));
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Plan).environments.map(({ id }) => id)).toEqual(['shop/dev', 'shop/production']);
  });

  test('with a filter prints what belongs to it', async () => {
    const { stdout } = await run('plan', '--project', folderWith(SHOP), '--environment', 'dev');
    const plan = JSON.parse(stdout) as Plan;
    expect([plan.environments.length, plan.clusters, plan.roles, plan.stacks]).toEqual([1, [], [], []]);
    expect(plan.systems[0]?.environments).toEqual(['shop/dev']);
  });
});

describe('--json', () => {
  const document = async (...argv: string[]): Promise<Record<string, unknown>> => {
    const { stdout, code } = await run(...argv, '--json');
    return { ...(JSON.parse(stdout) as Record<string, unknown>), code };
  };

  test('of synth is what changed', async () => {
    const dir = await synthesized();
    rmSync(join(dir, 'dist/kubernetes/shop/dev/kustomization.yaml'));
    expect(await document('synth', '--project', dir)).toEqual({
      code: 0,
      added: [`${dir}/dist/kubernetes/shop/dev/kustomization.yaml`],
      changed: [],
      removed: [],
      unchanged: filesIn(join(dir, 'dist')).length - 1,
      findings: [],
    });
  });

  test('of synth --check names files as the text does', async () => {
    const dir = await synthesized();
    const file = join(dir, 'dist/kubernetes/shop/dev/kustomization.yaml');
    writeFileSync(file, 'mine');
    expect(await document('synth', '--check', '--project', dir)).toMatchObject({ code: 1, changed: [file] });
    expect((await run('synth', '--check', '--project', dir)).stdout).toContain(`  ${file}\n`);
  });

  test.each(['synth', 'check'])('of %s has the findings', async (command) => {
    const dir = folderWith(shopWith('shop/catalogue.ts', "namespace: 'shop'", "namespace: 'Shop'"));
    const { code, findings } = await document(command, '--project', dir);
    expect([code, (findings as Finding[]).map((finding) => finding.code)]).toEqual([1, ['namespaces-are-dns-labels']]);
  });

  test('of show has the same as the tables', async () => {
    expect(await document('show', '--project', folderWith(SHOP))).toMatchObject({
      systems: [
        {
          system: 'shop',
          bundles: [{ bundle: 'shop-secrets', environments: { dev: { required: ['TOKEN'], optional: ['MAIL'] } } }],
        },
      ],
      roles: [{ assumedBy: ['shop/shop-external-secrets on blue'], reads: ['shop/production/app'] }],
    });
  });

  test.each([['shwo'], ['show', '--project', '/no/such/folder'], ['show', '--sytem', 'x']])(
    'of an error has the message and the mend: %s',
    async (...argv) => {
      expect(await document(...argv)).toEqual({
        code: 2,
        error: { message: expect.any(String), mend: expect.any(String) },
      });
    },
  );
});

describe('wrong usage', () => {
  const dir = () => folderWith(SHOP);
  const cases: [argv: string[], message: string, mend: string][] = [
    [['synht'], "unknown command 'synht'", 'write synth'],
    [['synth', '--chek'], "unknown option '--chek'", 'write --check'],
    [['synth', '--project'], "option '--project <dir>' argument missing", 'see keywright --help'],
    [['show', 'nova'], "too many arguments for 'show'. Expected 0 arguments but got 1.", 'see keywright --help'],
    [['show', '--system', 'shpo'], 'no system is called "shpo": there is shop', 'write --system shop'],
    [
      ['check', '--environment', 'prod'],
      'no environment is called "prod": there is dev, production',
      'write --environment production',
    ],
    [['synth', '--system', 'warehouse'], 'no system is called "warehouse": there is shop', 'leave --system out'],
    [
      ['completion', 'tcsh'],
      "command-argument value 'tcsh' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish.",
      'see keywright --help',
    ],
    [['completion'], 'no shell is given', 'write one of bash, zsh, fish'],
  ];

  test.each(cases)('%j', async (argv, message, mend) => {
    const project = argv[0] === 'completion' || argv.length < 3 ? [] : ['--project', dir()];
    expect(await run(...argv, ...project)).toEqual({ code: 2, stdout: '', stderr: `error  ${message}\n  → ${mend}\n` });
  });

  test('no command prints the help', async () => {
    const { code, stdout, stderr } = await run();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: keywright <command> [options]');
  });
});

describe('bad input', () => {
  const long = 'x'.repeat(300);
  const cases: [what: string, files: Record<string, string>, code: number, message: string][] = [
    [
      'a syntax error',
      shopWith('index.ts', 'systems: [', 'systems: ]['),
      2,
      'environments/index.ts:4:41  unexpected token',
    ],
    [
      'a missing file',
      shopWith('index.ts', './shop', './shpo'),
      2,
      'environments/index.ts:3  there is no "./shpo" to import',
    ],
    [
      'a circle of imports',
      shopWith(
        'shop/catalogue.ts',
        "from 'keywright';",
        "from 'keywright';\nimport { shop } from '.';\nshop.catalogue;",
      ),
      2,
      'files import one another in a circle',
    ],
    [
      'a wrong export',
      shopWith('index.ts', 'export default defineProject', 'export const shops = defineProject'),
      2,
      'environments/index.ts exports shops, but no project',
    ],
    [
      'an exception',
      shopWith('shop/dev.ts', 'export const', 'throw new Error("out of bread");\nexport const'),
      2,
      'environments/shop/dev.ts:4  out of bread',
    ],
    ['no systems', shopWith('index.ts', '[shop]', '[]'), -1, ''],
    ['a system that is a text', shopWith('index.ts', '[shop]', "['shop']"), 1, ''],
    ['a catalogue without bundles', shopWith('shop/catalogue.ts', "'shop-secrets': { all: ['app'] }", ''), -1, ''],
    ['a bundle without keys', shopWith('shop/catalogue.ts', "all: ['app']", ''), -1, ''],
    ['a long bundle name', shopWith('shop/catalogue.ts', 'shop-secrets', long), 1, ''],
    ['a long system name', shopWith('shop/catalogue.ts', "system: 'shop'", `system: '${long}'`), 1, ''],
    ['an emoji in a name', shopWith('shop/catalogue.ts', 'shop-secrets', '🔑'), 1, '🔑'],
    [
      'a system that leaves the folder',
      shopWith('shop/catalogue.ts', "system: 'shop'", "system: '../../shop'"),
      1,
      '"../../shop"',
    ],
    [
      'a bundle that leaves the folder',
      shopWith('shop/catalogue.ts', 'shop-secrets', '../../../evil'),
      1,
      '"../../../evil"',
    ],
    [
      'a namespace that leaves the folder',
      shopWith('shop/catalogue.ts', "namespace: 'shop'", "namespace: '..'"),
      1,
      '".."',
    ],
    [
      'a cluster that leaves the folder',
      shopWith('shop/production.ts', "name: 'blue'", "name: '../blue'"),
      1,
      '"../blue"',
    ],
    ['an unknown option', shopWith('shop/catalogue.ts', 'optional: true', 'optoinal: true'), 1, 'optional'],
    ['an unknown environment', shopWith('shop/dev.ts', "name: 'dev'", "name: 'devel'"), 1, '"devel"'],
    ['a name for an object’s prototype', shopWith('shop/catalogue.ts', 'app: {', '["__proto__"]: {'), 1, ''],
  ];

  test.each(cases)('%s ends in a clear message and leaves dist/ alone', async (_what, files, code, message) => {
    const dir = folderWith({ ...files, 'dist/kubernetes/keep.yaml': 'keywright' });
    const result = await run('synth', '--project', dir);
    expect(result.stdout + result.stderr).not.toMatch(/\n\s+at |this is a bug/);
    expect(result.stdout + result.stderr).toContain(message);
    expect([0, 1, 2]).toContain(result.code);
    if (code >= 0) expect(result.code).toBe(code);
    if (result.code > 0) expect(filesIn(join(dir, 'dist'))).toEqual(['kubernetes/keep.yaml']);
    expect(readdirSync(dir).sort()).toEqual(['dist', 'environments']);
  });

  test('a dist/ that is a file', async () => {
    const dir = folderWith({ ...SHOP, dist: 'mine' });
    const { code, stderr } = await run('synth', '--project', dir);
    expect([code, stderr]).toEqual([
      2,
      `error  ${dir}/dist is a file where a folder belongs\n  → remove it, or choose another folder with --output\n`,
    ]);
    expect(readFileSync(join(dir, 'dist'), 'utf8')).toBe('mine');
  });

  test.each(['dist', 'dist/deeper'])('a link to nothing: --output %s', async (output) => {
    const dir = folderWith(SHOP);
    symlinkSync(join(dir, 'nowhere'), join(dir, 'dist'));
    const { code, stderr } = await run('synth', '--project', dir, '--output', join(dir, output));
    expect([code, stderr]).toEqual([
      2,
      `error  cannot write ${dir}/${output}: it, or a folder above it, is a link to nothing or was just removed\n` +
        '  → remove the link, or choose another folder with --output\n',
    ]);
  });

  test('a dist/ that cannot be written', async () => {
    // Root may write anywhere but into the kernel's own file system.
    const dist = process.getuid?.() === 0 ? '/sys/keywright' : join(folderWith({ 'locked/file': '' }), 'locked');
    if (!dist.startsWith('/sys')) chmodSync(dist, 0o500);
    const { code, stderr } = await run('synth', '--project', folderWith(SHOP), '--output', dist);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^error {2}cannot write .*: (permission denied|the file system is read-only)\n {2}→ .*--output\n$/,
    );
  });
});

describe('help', () => {
  test.each([[], ['synth'], ['check'], ['show'], ['plan'], ['completion']])(
    '%s teaches by example',
    async (...command) => {
      const { code, stdout } = await run(...command, '--help');
      expect(code).toBe(0);
      expect(stdout).toContain('Examples:\n  $ ');
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    },
  );

  test('help does as --help does', async () => {
    expect(await run('help')).toEqual(await run('--help'));
    expect(await run('help', 'synth')).toEqual(await run('synth', '--help'));
    expect(await run('help', 'synht')).toMatchObject({ code: 2, stderr: (await run()).stderr });
  });

  test('the version is the package’s', async () => {
    const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
    expect(await run('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});
