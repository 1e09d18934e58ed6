import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderTemplates } from '../../lib/aws';
import { loadProject } from '../../lib/cli/load-project';
import { renderManifests } from '../../lib/kubernetes';
import type { OutputFile } from '../../lib/model';
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
  const plan = buildPlan(await loadProject(join(root, EXAMPLE)));
  const files: readonly OutputFile[] = [...renderManifests(plan), ...renderTemplates(plan)];
  const source = readFileSync(join(root, EXAMPLE, 'environments/index.ts'), 'utf8');
  return {
    source: block('ts', source),
    sync: block('yaml', textOf(files, 'externalsecret-shop-secrets.yaml')),
    dev: block('yaml', textOf(files, /shop\/dev\/.*secret-/)),
    policy: block('json', policyOf(textOf(files, 'shop-production-access.template.json'))),
    files: block('', `${files.map((file) => `dist/${file.path}`).join('\n')}\n`),
  };
}

const block = (language: string, text: string): string => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;

function textOf(files: readonly OutputFile[], name: string | RegExp): string {
  const found = files.find(({ path }) => (typeof name === 'string' ? path.endsWith(name) : name.test(path)));
  if (!found) throw new Error(`the example makes no ${name}; it makes ${files.map(({ path }) => path).join(', ')}`);
  return found.text;
}

/** The one policy of a template. */
function policyOf(template: string): string {
  const { Resources } = JSON.parse(template) as {
    Resources: Record<string, { Type: string; Properties: { PolicyDocument?: object } }>;
  };
  const policy = Object.values(Resources).find(({ Type }) => Type === 'AWS::IAM::ManagedPolicy');
  return JSON.stringify(policy?.Properties.PolicyDocument, null, 2);
}
