import { checkPlan } from '../../lib/checks';
import type { Project } from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { type Sample, sampleCluster, sampleProject } from '../sample';
import { onKeyVault } from './key-vault';
import { watched } from './monitoring';
import { bundle, entry, environment } from './untyped';

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
