import { irsa, kubernetesAuth, template, vault } from '../../lib/model';
import { selected } from '../selected';
import type { Case } from './cases';
import { MONITORING, watched } from './monitoring';
import { PUSH, pushing } from './pushes';

const CATALOGUE = 'environments/shop/catalogue.ts';
const PRODUCTION = 'environments/shop/production.ts';
const SERVER = 'https://vault.example.com';
const bundle = (said: object) => ({ bundles: { a: { all: ['app'], ...said } } });

const kept = (configMap: string) => ({
  bundles: { a: { keys: { KEY: template({ configMap }, { token: 'app.TOKEN' }) } } },
});

export const cases: Case[] = [
  ['where a template is kept', kept('shop-templates')],
  ['where no template can be kept', kept('Shop templates'), 'environments/shop/catalogue.ts bundles.a.keys.KEY'],
  ['lower case with dots', bundle({ secretName: 'shop.secrets' })],
  ['a Secret in upper case', bundle({ secretName: 'Shop' }), `${CATALOGUE} bundles.a.secretName`],
  [
    'a bundle of 300 characters',
    { bundles: { ['a'.repeat(300)]: { all: ['app'] } } },
    `${CATALOGUE} bundles.${'a'.repeat(300)}`,
  ],
  ['an ExternalSecret with an underscore', bundle({ syncName: 'a_b' }), `${CATALOGUE} bundles.a.syncName`],
  [
    'a ClusterExternalSecret in upper case',
    selected({ clusterSyncName: 'Shop' }),
    `${CATALOGUE} bundles.app.clusterSyncName`,
  ],
  ['a consumer', bundle({ consumers: [{ kind: 'Deployment', name: 'Shop' }] }), `${CATALOGUE} bundles.a.consumers`],
  ['a store', { environment: { store: { name: 'AWS', identity: irsa() } } }, `${PRODUCTION} store.name`],
  [
    'a ServiceAccount',
    { environment: { store: { identity: irsa({ serviceAccount: 'a b' }) } } },
    `${PRODUCTION} store.identity.serviceAccount`,
  ],
  [
    'a ServiceAccount for Vault',
    {
      environment: {
        backend: vault({ server: SERVER }),
        store: { identity: kubernetesAuth({ serviceAccount: 'a b' }) },
      },
    },
    `${PRODUCTION} store.identity.serviceAccount`,
  ],
  [
    'a ConfigMap of certificates',
    { environment: { backend: vault({ server: SERVER, ca: { type: 'ConfigMap', name: 'a b' } }) } },
    `${PRODUCTION} backend.ca.name`,
  ],
  ['the name of a bundle', { bundles: { Shop: { all: ['app'] } } }, 'environments/shop/catalogue.ts bundles.Shop'],
  ['a push', { ...pushing(), pushes: { Made: { entry: 'kept' } } }, `${CATALOGUE} pushes.Made`],
  ['a Secret that is pushed', pushing({ secretName: 'Made' }), `${PUSH}.secretName`],
  ['what alerts are called', watched({ name: 'my alerts' }), `${MONITORING}.name`],
];
