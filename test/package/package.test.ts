import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SHOP } from '../cli/shop';

const ROOT = join(__dirname, '../..');
const bin = (name: string) => join(ROOT, 'node_modules/.bin', name);
const { version, peerDependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

let dir: string;
let tarball: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'keywright-package-'));
  // build/ is fresh: `npm run test:package` makes it.
  run(ROOT, 'npm', 'pack', '--ignore-scripts', '--pack-destination', dir);
  tarball = join(dir, `keywright-${version}.tgz`);
  write(dir, { 'package.json': '{ "private": true }' });
  const peers = Object.keys(peerDependencies).map((name) => `${name}@${devDependencies[name]}`);
  run(dir, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball, ...peers);
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the tarball', () => {
  test('holds what is compiled, the docs and the licence', () => {
    const files = run(dir, 'tar', '-tzf', tarball).trim().split('\n');
    const known = /^package\/(build\/.+\.(js|d\.ts)|docs\/.+|README\.md|LICENSE|package\.json)$/;
    expect(files.filter((file) => !known.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['package/LICENSE', 'package/build/bin/keywright.js']));
  });

  test('publint finds nothing', () => {
    expect(run(ROOT, bin('publint'), '--strict', tarball)).toContain('All good!');
  });

  test('arethetypeswrong finds nothing', () => {
    expect(run(ROOT, bin('attw'), tarball, '--no-emoji')).toContain('No problems found');
  });
});

describe.each([
  ['CommonJS', 'commonjs'],
  ['ESM', 'module'],
])('in a project of %s', (kind, type) => {
  let project: string;
  const npx = (...words: string[]) => run(project, 'npx', '--no-install', ...words);

  beforeAll(() => {
    project = join(dir, kind);
    write(project, { ...SHOP, 'use.ts': USE, 'package.json': JSON.stringify({ private: true, type }) });
    npx('keywright', 'synth');
  });

  test('keywright synth writes both sides, and keywright check finds nothing', () => {
    expect(readdirSync(join(project, 'dist')).sort()).toEqual(['aws', 'kubernetes']);
    expect(npx('keywright', 'check')).toBe('no findings\n');
  });

  test('the app for cdk makes the same templates', () => {
    // As the CLI of cdk starts it.
    run(project, 'env', 'CDK_OUTDIR=cdk.out', 'npx', '--no-install', 'keywright-cdk');
    const template = 'shop-production-access.template.json';
    const made = filesIn(join(project, 'cdk.out'))[template];
    expect(made).toBe(filesIn(join(project, 'dist/aws/shop/production'))[template]);
  });

  test('the app for cdk8s makes the same manifests', () => {
    const before = filesIn(join(project, 'dist/kubernetes'));
    rmSync(join(project, 'dist/kubernetes'), { recursive: true });
    npx('keywright-cdk8s');
    expect(filesIn(join(project, 'dist/kubernetes'))).toEqual(before);
  });

  test('Node requires and imports the library by name', () => {
    const names = 'const { buildPlan } = await a, { bind } = await b, { EntriesStack } = await c;';
    const test = `(async () => { ${names} if (!buildPlan || !bind || !EntriesStack) process.exit(1); })()`;
    const required =
      "const a = require('keywright'), b = require('keywright/kubernetes'), c = require('keywright/aws');";
    run(project, 'node', '--input-type=commonjs', '-e', `${required} ${test}`);
    const imported =
      "import * as a from 'keywright'; import * as b from 'keywright/kubernetes'; import * as c from 'keywright/aws';";
    run(project, 'node', '--input-type=module', '-e', `${imported} ${test}`);
  });

  test.each([
    ['commonjs', 'node10'],
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ])('what uses it compiles as %s resolved by %s', (module, moduleResolution) => {
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022'];
    run(project, bin('tsc'), ...options, '--module', module, '--moduleResolution', moduleResolution, 'use.ts');
  });
});

/** Somebody's own chart and stack. */
const USE = `
import { App, Chart } from 'cdk8s';
import { bind } from 'keywright/kubernetes';
import { EntriesStack } from 'keywright/aws';
import { buildPlan } from 'keywright';
import { catalogue } from './environments/shop/catalogue.js';
export const plan = buildPlan({ systems: [{ catalogue, environments: [] }] });
export const secrets = bind(catalogue, plan, { environment: 'production', scope: new Chart(new App(), 'mine') });
export class Mine extends EntriesStack {}
`;

/** Runs a program to its end and gives what it printed. */
function run(cwd: string, command: string, ...parameters: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')}: exit ${status}\n${stdout}${stderr}`);
  return stdout;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}
