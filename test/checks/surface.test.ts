import { runChecks } from '../../lib/checks';
import { renderOutput } from '../../lib/cli/render-output';
import { fake, parameterStore, provider } from '../../lib/model';
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
  ['what is found', bundles({ find: { path: '{system}/{environment}/' } })],
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
