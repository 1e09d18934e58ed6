import { runChecks } from '../../lib/checks';
import { renderOutput } from '../../lib/cli/render-output';
import { compose, fake, kubernetesAuth, parameterStore, provider, template, vault } from '../../lib/model';
import { type Sample, samplePlan } from '../sample';

/** With a ServiceAccount and an identity that somebody else makes. */
const AZURE = {
  vaultUrl: 'https://shop.vault.azure.net',
  authType: 'WorkloadIdentity',
  serviceAccountRef: { name: 'of-somebody-else' },
} as const;

const bundles = (bundle: NonNullable<Sample['bundles']>[string]): Sample => ({ bundles: { 'shop-secrets': bundle } });

/*
 * What is written for every word of the catalogue has no finding either: both sides agree.
 */
test.each<[string, Sample]>([
  ['an entry whole, under other names', bundles({ everything: 'app', rewrite: [{ source: '^', target: 'APP_' }] })],
  [
    'an entry whose values become one',
    bundles({ everything: 'app', rewrite: [{ merge: { into: 'all' } }, { transform: '{{ .value | lower }}' }] }),
  ],
  ['what is found', bundles({ find: { path: '{system}/{environment}/' } })],
  ['what is found by tags', bundles({ find: { path: '{system}/{environment}/', tags: { team: 'shop' } } })],
  [
    'parameters that are found',
    { ...bundles({ find: { path: '/{system}/{environment}/' } }), environment: { backend: parameterStore() } },
  ],
  [
    'what is found in Vault',
    {
      ...bundles({ find: { path: '{system}/{environment}', tags: { team: 'shop' } } }),
      environment: {
        backend: vault({ server: 'https://vault.example.com' }),
        store: { identity: kubernetesAuth() },
      },
    },
  ],
  [
    'what is found where nothing is granted',
    { ...bundles({ find: {} }), environment: { backend: fake({ data: [] }) } },
  ],
  [
    'a Go template',
    bundles({ keys: { KEY: template('{{ .a | quote }}', { a: 'app.TOKEN' }), OTHER: compose('<{app.TOKEN}>') } }),
  ],
  [
    'templates that the cluster keeps, and labels of the Secret',
    bundles({
      keys: { KEY: template({ configMap: 'templates' }, { token: 'app.TOKEN' }) },
      templateFrom: [{ template: template({ secret: 'a' }, { token: 'app.TOKEN' }), key: 'a', target: 'Labels' }],
      secretLabels: { team: 'shop' },
      secretAnnotations: { 'example.com/text': 'any text' },
    }),
  ],
  [
    'what is made',
    {
      generators: { uuid: { kind: 'UUID', spec: {} } },
      bundles: { 'shop-secrets': { all: ['app'] }, id: { generator: 'uuid', refreshPolicy: 'CreatedOnce' } },
    },
  ],
  ['another version', bundles({ keys: { OLD: { from: 'app.TOKEN', version: 'AWSPREVIOUS' } } })],
  ['tags', bundles({ keys: { TAGS: { from: 'app.TOKEN', metadata: true } } })],
  ['an immutable Secret', bundles({ all: ['app'], immutable: true, refreshPolicy: 'CreatedOnce' })],
  ['a parameter', { environment: { backend: parameterStore({ kmsKey: { alias: 'alias/parameters' } }) } }],
  ['a store that holds values', { environment: { backend: fake({ data: [] }) } }],
  ['a store as it was given', { environment: { backend: provider('azurekv', AZURE) } }],
])('%s', async (_what, sample) => {
  const plan = samplePlan(sample);
  expect(await runChecks(plan)).toEqual([]);
  expect(await runChecks(plan, await renderOutput(plan))).toEqual([]);
});
