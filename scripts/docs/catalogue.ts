import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** The types that people write, in the order a reader meets them. */
const CHAPTERS: readonly (readonly [title: string, types: readonly string[]])[] = [
  [
    'The catalogue: `defineCatalogue`',
    ['CatalogueInput', 'EntryInput', 'FieldInput', 'GenerateInput', 'ShapeInput', 'KmsKeyInput'],
  ],
  [
    'Bundles',
    [
      'BundleInput',
      'ReadInput',
      'TemplateOptions',
      'TemplateSource',
      'TemplateFromInput',
      'FindInput',
      'RewriteInput',
      'RenameInput',
      'TransformInput',
      'MergeInput',
      'ConsumerInput',
      'NamespaceSelector',
      'LabelRequirement',
    ],
  ],
  ['Generators', ['GeneratorInput']],
  ['Pushes', ['PushInput']],
  ['Environments: `defineEnvironment`', ['EnvironmentInput', 'EntryOverride', 'BundleOverride', 'StoreInput']],
  [
    'Backends: `secretsManager`, `parameterStore`, `vault`, `azureKeyVault`, `googleSecretManager`, `kubernetes`, `fake`, `provider`, `embedded`',
    [
      'SecretsManagerInput',
      'ParameterStoreInput',
      'VaultInput',
      'CertificateAuthority',
      'CertificateAuthorityReference',
      'AzureKeyVaultInput',
      'ProviderOptions',
      'EmbeddedOptions',
    ],
  ],
  [
    'Identities: `irsa`, `podIdentity`, `staticCredentials`, `kubernetesAuth`, `workloadIdentity`',
    [
      'IrsaInput',
      'RoleInput',
      'PodIdentity',
      'StaticCredentialsInput',
      'KubernetesAuthInput',
      'VaultRoleInput',
      'WorkloadIdentityInput',
    ],
  ],
  ['Clusters: `eksCluster`', ['ClusterInput', 'OperatorInput', 'ResourcesInput', 'ClusterStoreInput']],
  ['What deploys by itself: `argocd`, `flux`', ['ArgoCdInput', 'FluxInput', 'FluxSourceRef', 'Destination']],
  ['What watches over syncs: `prometheus`', ['PrometheusInput', 'AlertThresholds', 'GrafanaInput']],
  ['Systems and the project: `defineSystem`, `defineProject`', ['SystemInput', 'ProjectInput']],
];

/** `docs/catalogue.md`: every option with its type, default and meaning, read from the types in `lib/model`. */
export function formatCatalogueDoc(root: string): string {
  const declarations = readDeclarations(root);
  const chapters = CHAPTERS.map(([title, types]) => {
    const sections = types.map((name) => formatType(name, declarations));
    return `## ${title}\n\n${sections.join('\n')}`;
  });
  return `${HEAD}\n${chapters.join('\n')}`;
}

// --- internal ---

const HEAD = `# What you write

*Made from the types in \`lib/model\` by \`npm run docs\`.*

In names, namespaces and layouts \`{system}\` and \`{environment}\` are replaced.
`;

type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

function readDeclarations(root: string): Map<string, Declaration> {
  const found = new Map<string, Declaration>();
  for (const file of readdirSync(join(root, 'lib/model'))) {
    const text = readFileSync(join(root, 'lib/model', file), 'utf8');
    ts.forEachChild(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), (node) => {
      if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) found.set(node.name.text, node);
    });
  }
  return found;
}

function formatType(name: string, declarations: ReadonlyMap<string, Declaration>): string {
  const declaration = declarations.get(name);
  if (!declaration) throw new Error(`lib/model has no type ${name}`);
  const { text, links } = documentationOf(declaration);
  const head = `### ${name}\n\n${[text, ...links].join(' ')}\n\n`;
  const rows = membersOf(declaration).map(formatMember);
  if (rows.length > 0)
    return `${head}| option | type | default | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  return `${head}\`\`\`ts\n${withoutComments(declaration)}\n\`\`\`\n`;
}

const membersOf = (declaration: Declaration): ts.PropertySignature[] =>
  ts.isInterfaceDeclaration(declaration)
    ? declaration.members.filter(ts.isPropertySignature).filter((member) => !isTag(member))
    : [];

/** The `kind` that a function writes, and nobody else. */
const isTag = ({ name, type }: ts.PropertySignature): boolean =>
  name.getText() === 'kind' && type !== undefined && ts.isLiteralTypeNode(type);

function formatMember(member: ts.PropertySignature): string {
  const name = member.name.getText();
  const { text, links, byDefault } = documentationOf(member);
  const required = member.questionToken ? '' : '**required**';
  const type = member.type?.getText().replace(/\breadonly /g, '') ?? '';
  const cells = [`\`${name}\``, `\`${oneLine(type)}\``, byDefault ?? required, [text, ...links].join(' ')];
  return `| ${cells.map((cell) => oneLine(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}

interface Documentation {
  readonly text: string;
  readonly links: readonly string[];
  readonly byDefault?: string;
}

function documentationOf(node: ts.Node): Documentation {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const tags = docs.flatMap((doc) => [...(doc.tags ?? [])]);
  const commentOf = (tag: string) => tags.filter((each) => each.tagName.text === tag).map(rawComment);
  const [byDefault] = commentOf('default');
  return {
    text: docs
      .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
      .join(' ')
      .replace(/\{@link ([\w.]+)\}/g, '`$1`'),
    links: commentOf('see').map((url) => `[more](${url})`),
    ...(byDefault !== undefined && { byDefault: byDefault.replace(/^- /, '').replace(/^'(.*)'$/, '`$1`') }),
  };
}

/** A tag's text as it is written: the parser takes the scheme off a link after \`@see\`. */
const rawComment = (tag: ts.JSDocTag): string =>
  tag
    .getText()
    .replace(/^@\w+\s*/, '')
    .replace(/\s*\n\s*\*\s?/g, ' ')
    .replace(/[\s*/]+$/, '')
    .trim();

const withoutComments = (node: ts.Node): string =>
  node
    .getText()
    .replace(/\s*\/\*\*[\s\S]*?\*\//g, '')
    .replace(/^export /, '')
    .replace(/\breadonly /g, '');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
