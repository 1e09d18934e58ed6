import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import type { ManifestFile, PlannedStack, TemplateFile } from '../lib/model';
import { ROOT } from './compile';

/*
 * The usual way to the same output: an app of plain cdk8s constructs and one of plain CDK constructs, with every object
 * and resource written out, in the scaffolds of `cdk8s init` and `cdk init`. Both start with ts-node, which checks
 * types; the newest `cdk init` checks them with tsc and then starts with tsx. Beside each program is its JavaScript.
 */

/** One chart, and in it an `ApiObject` for each object. */
export function writeCdk8sApp(folder: string, manifests: readonly ManifestFile[]): void {
  const scaffold = join(ROOT, 'node_modules/cdk8s-cli/templates/typescript-app');
  startApp(folder, join(scaffold, 'tsconfig.json'));
  cpSync(join(scaffold, 'cdk8s.yaml'), join(folder, 'cdk8s.yaml'));
  const objects = manifests.flatMap((file) => file.objects);
  writeProgram(folder, [
    "import { ApiObject, App, Chart } from 'cdk8s';",
    'const app = new App();',
    "const chart = new Chart(app, 'secrets');",
    ...objects.map((object, at) => `new ApiObject(chart, 'object-${at}', ${formatLiteral(object)});`),
    'app.synth();',
  ]);
}

/** A stack for each template, and in it the L1 construct of each resource. */
export function writeCdkApp(folder: string, templates: readonly TemplateFile[], stacks: readonly PlannedStack[]): void {
  startApp(folder, join(ROOT, 'node_modules/aws-cdk/lib/init-templates/app/typescript/tsconfig.json'));
  writeFileSync(join(folder, 'cdk.json'), JSON.stringify({ app: 'npx ts-node --prefer-ts-exts main.ts' }));
  const lines = templates.flatMap(({ stack, template }, at) => {
    const { account, region, description } = stacks.find(({ id }) => id === stack)!;
    const props = formatLiteral({ env: { account, region }, description });
    const made = resourcesOf(template).map(([id, resource]) => formatResource(`stack${at}`, id, resource));
    return [`const stack${at} = new cdk.Stack(app, '${stack}', ${props});`, ...made];
  });
  const modules = new Set(templates.flatMap(({ template }) => resourcesOf(template).map(([, it]) => moduleOf(it))));
  writeProgram(folder, [
    "import * as cdk from 'aws-cdk-lib';",
    ...[...modules].map((name) => `import * as ${name} from 'aws-cdk-lib/aws-${name}';`),
    'const app = new cdk.App();',
    ...lines,
  ]);
}

// --- internal ---

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

function startApp(folder: string, tsconfig: string): void {
  mkdirSync(folder);
  cpSync(tsconfig, join(folder, 'tsconfig.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

function writeProgram(folder: string, lines: readonly string[]): void {
  const text = `${lines.join('\n')}\n`;
  writeFileSync(join(folder, 'main.ts'), text);
  const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 };
  const { outputText } = transpileModule(text, { compilerOptions });
  writeFileSync(join(folder, 'main.js'), outputText);
}

const resourcesOf = ({ Resources }: TemplateFile['template']): [id: string, Resource][] =>
  Object.entries(Resources as Readonly<Record<string, Resource>>);

/** `AWS::SecretsManager::Secret` is `secretsmanager.CfnSecret`. */
function formatResource(stack: string, id: string, resource: Resource): string {
  const kind = `${moduleOf(resource)}.Cfn${resource.Type.split('::')[2]}`;
  const props = Object.entries(resource.Properties).map(([name, value]) => [lowerFirst(name), value]);
  const made = `new ${kind}(${stack}, '${id}', ${formatLiteral(Object.fromEntries(props))})`;
  return resource.DeletionPolicy === 'RetainExceptOnCreate'
    ? `${made}.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);`
    : `${made};`;
}

const moduleOf = ({ Type }: Resource): string => Type.split('::')[1]!.toLowerCase();

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** JSON as a person writes it in CDK: tags in lower case, and a reference as a call. */
function formatLiteral(value: unknown): string {
  const text = JSON.stringify(
    value,
    (name, inner) => (name === 'tags' ? inner.map(({ Key: key, Value: value }: Tag) => ({ key, value })) : inner),
    2,
  );
  return text.replace(/\{\s*"Ref": ("\w+")\s*\}/g, 'cdk.Fn.ref($1)');
}

interface Tag {
  readonly Key: string;
  readonly Value: string;
}
