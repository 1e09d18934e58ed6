import type { Case } from './cases';
import { bundle, catalogue, clusterSaying, clusterStore, entry, environment, field, plainValue, push } from './untyped';

const CATALOGUE = 'environments/shop/catalogue.ts';
const BUNDLE = `${CATALOGUE} bundles.shop-secrets`;
const PRODUCTION = 'environments/shop/production.ts';
const VALUES = { app: { TOKEN: 'x' }, database: { password: 'x' }, key: 'x' };

export const cases: Case[] = [
  ['options that exist', catalogue({})],
  [
    'of a system',
    { systems: [{ ...catalogue({}).systems[0]!, foldr: 'x' }] } as never,
    'environments/index.ts systems.0.foldr',
  ],
  ['of the catalogue', catalogue({ ownr: 'me' }), `${CATALOGUE} ownr`],
  ['of an entry', entry({ sumary: 'x' }), `${CATALOGUE} entries.app.sumary`],
  [
    'of a KMS key',
    entry({ kmsKey: { alais: 'x' } }),
    ['values-are-of-their-kind', `${CATALOGUE} entries.app.kmsKey`],
    `${CATALOGUE} entries.app.kmsKey.alais`,
  ],
  ['of a field', field({ optoinal: true }), `${CATALOGUE} entries.app.fields.TOKEN.optoinal`],
  ['of a plain value', plainValue({ optional: true }), `${CATALOGUE} entries.key.value.optional`],
  [
    'of a generated value',
    field({ generate: { length: 64, alphabt: 'x' } }),
    `${CATALOGUE} entries.app.fields.TOKEN.generate.alphabt`,
  ],
  ['of a shape', field({ shape: { fromat: 'url' } }), `${CATALOGUE} entries.app.fields.TOKEN.shape.fromat`],
  ['of a bundle', bundle({ secretNam: 'x' }), `${BUNDLE}.secretNam`],
  ['of a composed key', bundle({ keys: { URL: { compse: '{app.TOKEN}' } } }), `${BUNDLE}.keys.URL.compse`],
  [
    'of a consumer',
    bundle({ consumers: [{ kind: 'Deployment', name: 'shop', evn: [] }] }),
    `${BUNDLE}.consumers.0.evn`,
  ],
  ['of an environment', environment({ refreshIntervall: '1h' }), `${PRODUCTION} refreshIntervall`],
  ['of an entry there', environment({ entries: { app: { exists: true } } }), `${PRODUCTION} entries.app.exists`],
  [
    'of a bundle there',
    environment({ bundles: { 'shop-secrets': { sercetName: 'x' } } }),
    `${PRODUCTION} bundles.shop-secrets.sercetName`,
  ],
  ['of a cluster', clusterSaying({ issuer: 'x' }), `${PRODUCTION} cluster.issuer`],
  [
    'of its resources',
    clusterSaying({ operator: { resources: { request: {} } } }),
    `${PRODUCTION} cluster.operator.resources.request`,
  ],
  ['of its operator', clusterSaying({ operator: { versoin: '2.9.0' } }), `${PRODUCTION} cluster.operator.versoin`],
  [
    'of its store',
    clusterStore({ shared: { identity: { kind: 'irsa' }, regoin: 'x' } }),
    `${PRODUCTION} cluster.stores.shared.regoin`,
  ],
  ['of a store', environment({ store: { nam: 'x', identity: { kind: 'irsa' } } }), `${PRODUCTION} store.nam`],
  [
    'of an identity',
    environment({ store: { identity: { kind: 'irsa', serviceAcount: 'x' } } }),
    `${PRODUCTION} store.identity.serviceAcount`,
  ],
  [
    'of a role',
    environment({ store: { identity: { kind: 'irsa', role: { nmae: 'x' } } } }),
    `${PRODUCTION} store.identity.role.nmae`,
  ],
  [
    'of a backend',
    environment({ backend: { kind: 'secretsManager', entryNam: 'x' } }),
    `${PRODUCTION} backend.entryNam`,
  ],
  [
    'of the embedded backend',
    environment({ name: 'dev', backend: { kind: 'embedded', values: VALUES, hash: false } }),
    'environments/shop/dev.ts backend.hash',
  ],
  ['of a push', push({ secretNam: 'x' }), `${CATALOGUE} pushes.made.secretNam`],
];
