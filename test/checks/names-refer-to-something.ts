import { compose, template } from '../../lib/model';
import type { Case } from './cases';
import { bundle, catalogue, clusterStore, embeddedValues, entry, environment, field } from './untyped';

const CATALOGUE = 'environments/shop/catalogue.ts';
const BUNDLE = `${CATALOGUE} bundles.shop-secrets`;
const PRODUCTION = 'environments/shop/production.ts';
const DEV = 'environments/shop/dev.ts';
const key = (KEY: unknown) => bundle({ keys: { KEY } });

export const cases: Case[] = [
  ['names that exist', catalogue({})],
  ['an environment in requiredIn', field({ requiredIn: ['prod'] }), `${CATALOGUE} entries.app.fields.TOKEN.requiredIn`],
  ['an environment of an entry', entry({ onlyIn: ['production', 'stagign'] }), `${CATALOGUE} entries.app.onlyIn`],
  ['an environment of a bundle', bundle({ onlyIn: ['production', 'prod'] }), `${BUNDLE}.onlyIn`],
  ['a field in a key', key('app.TOKN'), `${BUNDLE}.keys.KEY`],
  ['an entry in a key', key('apps.TOKEN'), `${BUNDLE}.keys.KEY`],
  ['an entry with fields as one value', key('app'), `${BUNDLE}.keys.KEY`],
  ['a field of one value', key('key.value'), `${BUNDLE}.keys.KEY`],
  ['a field in a composed text', key(compose('{app.TOKEN}:{database.pasword}')), `${BUNDLE}.keys.KEY`],
  ['a filter in a composed text', key(compose('{app.TOKEN|urlqery}')), `${BUNDLE}.keys.KEY`],
  ['a field that a template is given', key(template('{{ .a }}', { a: 'app.TOKN' })), `${BUNDLE}.keys.KEY.inputs.a`],
  [
    'a field in the text of a template for dev',
    key(template('{{ .a }}', { a: 'app.TOKEN' }, { dev: compose('{app.TOKN}') })),
    `${BUNDLE}.keys.KEY.dev`,
  ],
  ['an entry in all', bundle({ all: ['app', 'databse'] }), `${BUNDLE}.all`],
  ['an entry in everything', bundle({ all: undefined, keys: undefined, everything: 'apps' }), `${BUNDLE}.everything`],
  [
    'an environment of the catalogue',
    environment({ name: 'prod', tier: 'production' }),
    'environments/shop/prod.ts name',
  ],
  ['an entry of an environment', environment({ entries: { databse: {} } }), `${PRODUCTION} entries.databse`],
  ['a bundle of an environment', environment({ bundles: { 'shop-secret': {} } }), `${PRODUCTION} bundles.shop-secret`],
  ['a store of the cluster', clusterStoreNamed('shaerd'), `${PRODUCTION} store.name`],
  ['an entry with a dev value', embeddedValues({ databse: { password: 'x' } }), `${DEV} backend.values.databse`],
  [
    'a field with a dev value',
    embeddedValues({ database: { password: 'x', pasword: 'x' } }),
    `${DEV} backend.values.database.pasword`,
  ],
];

// --- internal ---

function clusterStoreNamed(name: string) {
  const { systems } = clusterStore({ shared: { identity: { kind: 'irsa', serviceAccount: 'reader' } } });
  const [system] = systems;
  const store = { kind: 'ClusterSecretStore' as const, name };
  return { systems: [{ ...system!, environments: [{ ...system!.environments[0]!, store }] }] };
}
