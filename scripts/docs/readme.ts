import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderTemplates } from '../../lib/aws';
import { loadProject } from '../../lib/cli/load-project';
import { renderManifests } from '../../lib/kubernetes';
import type { OutputFile, Project } from '../../lib/model';
import { buildPlan } from '../../lib/plan';

const EXAMPLE = 'docs/example';

/** `README.md` with its generated parts made anew: each stands between `<!-- made: NAME -->` and `<!-- end -->`. */
export async function formatReadme(root: string): Promise<string> {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const parts = await partsOf(root);
  return readme.replace(/<!-- made: (\S+) -->\n[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const text = parts[name];
    if (text === undefined) throw new Error(`README.md asks for "${name}"; there are ${Object.keys(parts).join(', ')}`);
    return `<!-- made: ${name} -->\n${text}<!-- end -->`;
  });
}

// --- internal ---

async function partsOf(root: string): Promise<Readonly<Record<string, string>>> {
  const project = await loadProject(join(root, EXAMPLE));
  const files = render(project);
  const source = readFileSync(join(root, EXAMPLE, 'environments/index.ts'), 'utf8');
  return {
    source: block('ts', source),
    sync: block('yaml', textOf(files, 'externalsecret-shop-secrets.yaml')),
    dev: block('yaml', textOf(files, /shop\/dev\/.*secret-/)),
    policy: block('json', policyOf(textOf(files, 'shop-production-access.template.json'))),
    change: block('diff', changeOf(project)),
    files: block('', `${files.map((file) => `dist/${file.path}`).join('\n')}\n`),
  };
}

const block = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;

function textOf(files: readonly OutputFile[], name: string | RegExp): string {
  const found = files.find(({ path }) => (typeof name === 'string' ? path.endsWith(name) : name.test(path)));
  if (!found) throw new Error(`the example makes no ${name}; it makes ${files.map(({ path }) => path).join(', ')}`);
  return found.text;
}

function render(project: Project): readonly OutputFile[] {
  const plan = buildPlan(project);
  return [...renderManifests(plan), ...renderTemplates(plan)];
}

/** What a pull request shows when the example's Secret gets one more key. */
function changeOf(project: Project): string {
  const [system] = project.systems;
  if (!system) throw new Error('the example has no system');
  const { entries, bundles } = system.catalogue;
  const fields = { ...entries.database?.fields, username: { requiredIn: ['production'] } };
  const keys = { ...bundles?.['shop-secrets']?.keys, DB_USER: 'database.username' };
  const catalogue = { ...system.catalogue, entries: { database: { fields } }, bundles: { 'shop-secrets': { keys } } };
  const folder = mkdtempSync(join(tmpdir(), 'keywright-docs-'));
  try {
    writeFiles(join(folder, 'a'), render(project));
    writeFiles(join(folder, 'b'), render({ systems: [{ ...system, catalogue }] }));
    const { stdout } = spawnSync('git', ['diff', '--no-index', '--no-color', '-U0', 'a', 'b'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return stdout
      .replace(/^(diff|index|@@|---).*\n/gm, '')
      .replace(/^\+\+\+ b\/b\//gm, '+++ dist/')
      .replace(/^\+\+\+ b\//gm, '+++ dist/');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeFiles(folder: string, files: readonly OutputFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The one policy of a template. */
function policyOf(template: string): string {
  const { Resources } = JSON.parse(template) as {
    Resources: Record<string, { Type: string; Properties: { PolicyDocument?: object } }>;
  };
  const policy = Object.values(Resources).find(({ Type }) => Type === 'AWS::IAM::ManagedPolicy');
  return JSON.stringify(policy?.Properties.PolicyDocument, null, 2);
}
