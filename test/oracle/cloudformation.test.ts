import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { buildAwsApp, renderTemplates } from '../../lib/aws';
import { defaults, everything, withPodIdentity, withStaticCredentials } from '../aws/sample-plans';

/*
 * Needs cfn-lint, as `cfn-lint` on the PATH or named by KEYWRIGHT_CFN_LINT. Without it the tests fail.
 */

const ROOT = join(__dirname, '../..');
const CFN_LINT = process.env.KEYWRIGHT_CFN_LINT ?? 'cfn-lint';
const SAMPLES = { defaults, everything, withPodIdentity, withStaticCredentials };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keywright-oracle-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('cfn-lint', () => {
  test('finds nothing in the templates of dist', () => {
    expect(lint(templatesBelow(join(ROOT, 'dist/aws')))).toEqual([]);
  });

  test('finds nothing in those of the samples', () => {
    const files = Object.entries(SAMPLES).flatMap(([name, plan]) =>
      renderTemplates(plan()).map(({ path, text }) => written(join(folder, name, path), text)),
    );
    expect(lint(files)).toEqual([]);
  });

  test('finds what is wrong', () => {
    const wrong = { Resources: { Role: { Type: 'AWS::IAM::Role', Properties: { RoleNam: 'reader' } } } };
    expect(lint([written(join(folder, 'wrong.json'), JSON.stringify(wrong))])).not.toEqual([]);
  });
});

describe("CDK's own validation", () => {
  test.each(Object.entries(SAMPLES))('finds nothing in the templates of %s', (name, plan) => {
    const outdir = join(folder, 'validated', name);
    buildAwsApp(plan(), { outdir }).synth();
    expect(validated(outdir)).toEqual([]);
  });
});

describe('cdk synth', () => {
  test('writes the templates of dist byte for byte, and its validation finds nothing', () => {
    const outdir = join(folder, 'cdk.out');
    const cdk = [join(ROOT, 'node_modules/aws-cdk/bin/cdk'), 'synth', '--quiet', '--no-notices', '--output', outdir];
    const env = { ...process.env, CDK_HOME: folder, CDK_DISABLE_CLI_TELEMETRY: 'true' };
    execFileSync(process.execPath, cdk, { cwd: ROOT, env, stdio: 'pipe' });
    expect(byName(templatesBelow(outdir))).toEqual(byName(templatesBelow(join(ROOT, 'dist/aws'))));
    expect(validated(outdir)).toEqual([]);
  });
});

// --- internal ---

/** Errors, warnings and informations. */
function lint(files: readonly string[]): unknown {
  const { stdout, error } = spawnSync(CFN_LINT, ['--format', 'json', '--include-checks', 'I', '--', ...files], {
    encoding: 'utf8',
  });
  if (error) throw error;
  return JSON.parse(stdout);
}

/** CDK writes the report only when its validation has run. */
function validated(outdir: string): unknown {
  return JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')).pluginReports;
}

function templatesBelow(dir: string): string[] {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  const templates = files.filter((file) => file.endsWith('.template.json'));
  if (templates.length === 0) throw new Error(`no template below ${dir}`);
  return templates.map((file) => join(dir, file));
}

const byName = (files: readonly string[]) =>
  Object.fromEntries(files.map((file) => [basename(file), readFileSync(file, 'utf8')]));

function written(file: string, text: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}
