import { checkOutput, checkPlan } from '../../lib/checks';
import type { Project } from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { type Sample, sampleCluster, sampleProject } from '../sample';
import { environments } from './cases';
import { onKeyVault } from './key-vault';
import { watched } from './monitoring';
import { bundle, entry, environment } from './untyped';
import { written } from './written';

/*
 * What a finding says where a likely mistake had an unlikely text.
 */

test('Secrets Manager read from a cluster outside AWS is told to say where it is', async () => {
  const texts = await said(
    environment({ cluster: { name: 'blue' }, store: { identity: { kind: 'staticCredentials', secretName: 'aws' } } }),
  );
  expect(texts).toEqual([
    "no account is known: the cluster is outside AWS → write the backend's `account`",
    "no region is known: the cluster is outside AWS → write the backend's `region`",
  ]);
});

test('a cluster store with an identity is told to leave it out', async () => {
  const store = { kind: 'ClusterSecretStore', name: 'x', identity: { kind: 'irsa' } };
  expect(await said(environment({ store }))).toEqual([
    "expected no `identity`, which is the cluster's to say → remove it",
  ]);
});

test('a repository that is missing is told which is meant', async () => {
  const cluster = { ...sampleCluster(), gitops: { kind: 'argocd', name: 'fleet' } };
  expect(await said(environment({ cluster }))).toEqual([
    'expected `repoURL`, the Git repository that this project is committed to, as Argo CD reads it, not nothing → ' +
      'write `repoURL`, the Git repository that this project is committed to, as Argo CD reads it',
  ]);
});

test('an option that is missing is told its name', async () => {
  const cluster = { ...sampleCluster(), gitops: { kind: 'flux', name: 'fleet' } };
  expect(await said(environment({ cluster }))).toEqual([
    'expected `sourceRef`, an object, not nothing → write `sourceRef`, an object',
  ]);
});

test('an operator that somebody else installs is told all words that say how', async () => {
  const operator = { version: '2.9.0', install: 'none', replicas: 2, values: { log: {} } };
  expect(await said(environment({ cluster: { ...sampleCluster(), operator } }))).toEqual([
    "expected no `replicas`, `values` beside `install: 'none'`: what installs it says that → remove it",
  ]);
});

test('a misspelt identity is told the nearest', async () => {
  const [text] = await said(environment({ store: { identity: { kind: 'iris' } } }));
  expect(text).toMatch(/→ did you mean "irsa"\?$/);
});

test.each<[object, string]>([
  [{ target: { immutable: true } }, '`target.immutable` has a word of its own → write `immutable` beside `patch`'],
  [{ data: [] }, '`data` has a word of its own → write `keys` at the bundle in the catalogue'],
  [
    { target: null },
    '`target` takes the place of what the words of the bundle say → write the fields of it that change',
  ],
  [
    { dataFrom: [] },
    '`dataFrom` takes the place of what the words of the bundle say → leave it out, or make it a bundle of its own',
  ],
])('the patch %j is told the word for it', async (patch, text) => {
  expect(await said(sampleProject({ bundles: { a: { all: ['app'], patch } } }))).toEqual([text]);
});

test('what only a patch can have spoilt is told so', () => {
  const { output, plan } = written((draft) => Object.assign(draft.sync.spec, { dataFrom: [{}] }), {
    bundles: { 'shop-secrets': { all: ['app'], patch: { dataFrom: [{}] } } },
  });
  expect(checkOutput(output, plan).map(({ mend }) => mend)).toEqual(['leave what makes it so out of `patch`']);
});

test.each([{}, { arn: 'a', alias: 'b' }])('a key given by %j is told what gives one', async (kmsKey) => {
  expect(await said(entry({ kmsKey }))).toEqual([
    'expected exactly one of `arn`, `alias` and `create` → write exactly one of `arn`, `alias` and `create`',
  ]);
});

test('a kind of store is told the two there are', async () => {
  const [text] = await said(environment({ store: { kind: 'Store', name: 'x' } }));
  expect(text).toMatch(/: "ClusterSecretStore", "SecretStore" →/);
});

test.each([
  [0, 'expected more than 0, not 0 → write more than 0'],
  [1, 'expected less than 1, not 1 → write less than 1'],
])('a share of %d is told between what it has to be', async (failedCalls, text) => {
  expect(await said(sampleProject(watched({ thresholds: { failedCalls } })))).toEqual([text]);
});

test('a text that is empty is told so', async () => {
  expect(await said(bundle({ secretName: '' }))).toEqual([
    '"" is not a text of at least 1 character → write a text of at least 1 character',
  ]);
});

test.each<[string, Sample]>([
  ['a key', { bundles: { a: { keys: { '🦊': 'app.TOKEN' } } } }],
  ['an entry', { entries: { app: { name: 'shop/🦊', fields: { TOKEN: {} } } } }],
])('%s of nothing that may stand there has no suggestion', async (_, sample) => {
  const [text] = await said(sampleProject(sample));
  expect(text).toMatch(/→ choose another/);
});

test('an option that exists, but not beside another one, is told so', async () => {
  const rewrite = [{ source: 'a', transform: '{{ .value }}' }];
  expect(await said(bundle({ all: undefined, keys: undefined, everything: 'app', rewrite }))).toEqual([
    '"source" is not for what the other options here make → leave "source" out, or them',
  ]);
});

test.each<[string, object[], string]>([
  ['without the others', [{ sorce: 'a' }], 'sorce'],
  ['beside one that is right', [{ sorce: 'a', target: 'b' }], 'sorce'],
  ['in place of one', [{ source: 'a', traget: 'b' }], 'traget'],
  ['of one alone', [{ transfrom: '{{ .value }}' }], 'transfrom'],
])('a misspelt option %s is all that is told', async (_, rewrite, given) => {
  const texts = await said(bundle({ all: undefined, keys: undefined, everything: 'app', rewrite }));
  expect(texts).toEqual([expect.stringContaining(`there is no option "${given}" here`)]);
});

test('a version that no environment has is told once for each', async () => {
  const sample = {
    namespace: 'shop-{environment}',
    bundles: { a: { keys: { A: { from: 'app.TOKEN', version: 'uuid/7' } } } },
  };
  const texts = await said(environments(sample, { one: {}, two: {} }));
  expect(texts.map((text) => text.slice(0, 39))).toEqual([
    '"uuid/7" is no version in shop/one: a s',
    '"uuid/7" is no version in shop/two: a s',
  ]);
});

test('two environments with one Key Vault are told which they are', async () => {
  const { catalogue, environments } = sampleProject(onKeyVault({ entries: { app: { value: {} } }, bundles: BUNDLES }))
    .systems[0]!;
  const { cluster, ...staging } = environments[0]!;
  const both = [
    ...environments,
    { ...staging, name: 'staging', cluster: sampleCluster({ name: 'green', oidcIssuer: OTHER }) },
  ];
  const [text] = await said({
    systems: [{ catalogue: { ...catalogue, environments: ['production', 'staging'] }, environments: both }],
  });
  expect(text).toMatch(/^the fields "app" of shop\/production and "app" of shop\/staging are both "app" in Key Vault/);
});

// --- internal ---

const BUNDLES = { 'shop-secrets': { keys: { APP: 'app' } } };
const OTHER = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30766';

async function said(project: Project): Promise<string[]> {
  return (await checkPlan(buildPlan(project))).map(({ message, mend }) => `${message} → ${mend}`);
}
