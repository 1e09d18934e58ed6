import { type BundleInput, type EnvironmentInput, embedded } from '../../lib/model';
import type { Sample } from '../sample';
import { type Case, environments } from './cases';

const PLACE = 'environments/shop/catalogue.ts bundles.shop-secrets.patch';

/** `object`, because the compiler knows what a patch must not have. */
const patched = (patch: object, bundle: BundleInput = { all: ['app'] }): Sample => ({
  bundles: { 'shop-secrets': { ...bundle, patch } },
});
const theirs = { dataFrom: [{ sourceRef: { generatorRef: { kind: 'ClusterGenerator', name: 'theirs' } } }] };
const otherwise = (environment: Partial<EnvironmentInput>): Partial<EnvironmentInput> => ({
  ...environment,
  bundles: { 'shop-secrets': { patch: { target: { immutable: true } } as object } },
});

export const cases: Case[] = [
  [
    'what no word says',
    patched({ ...theirs, target: { template: { mergePolicy: null, metadata: { finalizers: [] } } } }),
  ],
  ['one option', patched({ target: { immutable: true } }), `${PLACE}.target.immutable`],
  [
    'all options',
    patched({
      refreshInterval: '5m',
      refreshPolicy: 'OnChange',
      secretStoreRef: { name: 'other' },
      target: { name: 'z', creationPolicy: 'None', deletionPolicy: 'Merge', template: { type: 'a' } },
    }),
    `${PLACE}.refreshInterval`,
    `${PLACE}.refreshPolicy`,
    `${PLACE}.secretStoreRef`,
    `${PLACE}.target.creationPolicy`,
    `${PLACE}.target.deletionPolicy`,
    `${PLACE}.target.name`,
    `${PLACE}.target.template.type`,
  ],
  [
    'its template',
    patched({ target: { template: { data: {}, metadata: { annotations: {}, labels: null }, templateFrom: [] } } }),
    `${PLACE}.target.template.data`,
    `${PLACE}.target.template.metadata.annotations`,
    `${PLACE}.target.template.metadata.labels`,
    `${PLACE}.target.template.templateFrom`,
  ],
  [
    'what is read',
    patched({ data: [], dataFrom: [{ find: { path: 'a' } }, { extract: { key: 'something/else' } }] }),
    `${PLACE}.data`,
    `${PLACE}.dataFrom.0.find`,
    `${PLACE}.dataFrom.1.extract`,
  ],
  ['nothing in place of what is read', patched({ dataFrom: [] }), `${PLACE}.dataFrom`],
  ['something in place of what is read', patched(theirs, { everything: 'app' }), `${PLACE}.dataFrom`],
  [
    'nothing in place of what words say',
    patched({ target: { template: { metadata: null } } }),
    `${PLACE}.target.template.metadata`,
  ],
  ['no target', patched({ target: null }), `${PLACE}.target`],
  [
    'in one environment',
    environments({ namespace: 'shop-{environment}' }, { one: {}, two: otherwise({}) }),
    'environments/shop/two.ts bundles.shop-secrets.patch.target.immutable',
  ],
  [
    'where nothing is synced',
    { environment: otherwise({ tier: 'dev', backend: embedded({ values: { app: { TOKEN: 'dev' } } }) }) },
  ],
];
