import { irsa, secretsManager } from '../../lib/model';
import { selected } from '../selected';
import type { Case } from './cases';

const CATALOGUE = 'environments/shop/catalogue.ts';
const PRODUCTION = 'environments/shop/production.ts';
const app = { fields: { TOKEN: {} } };

export const cases: Case[] = [
  ['the system and the environment', { namespace: '{system}-{environment}' }],
  ['in a namespace', { namespace: 'shop-{enviroment}' }, `${CATALOGUE} namespace`],
  ["in an entry's name", { entries: { app: { ...app, name: 'shop/{stage}' } } }, `${CATALOGUE} entries.app.name`],
  [
    "in a Secret's name",
    { bundles: { a: { all: ['app'], secretName: 'a-{environment}' } } },
    `${CATALOGUE} bundles.a.secretName`,
  ],
  [
    "in an ExternalSecret's name",
    { bundles: { a: { all: ['app'], syncName: 'a-{environment}' } } },
    `${CATALOGUE} bundles.a.syncName`,
  ],
  ['in a selector', selected({ namespaceSelector: { matchLabels: { stage: '{environment}' } } })],
  [
    'in a selector, misspelt',
    selected({ namespaceSelector: { matchExpressions: [{ key: 'stage', operator: 'In', values: ['{enviroment}'] }] } }),
    `${CATALOGUE} bundles.app.namespaceSelector`,
  ],
  [
    "in a ClusterExternalSecret's name",
    selected({ clusterSyncName: '{system}' }),
    `${CATALOGUE} bundles.app.clusterSyncName`,
  ],
  [
    "in a store's name",
    { environment: { store: { name: '{namespace}', identity: irsa() } } },
    `${PRODUCTION} store.name`,
  ],
  [
    "in a ServiceAccount's name",
    { environment: { store: { identity: irsa({ serviceAccount: '{sytem}' }) } } },
    `${PRODUCTION} store.identity.serviceAccount`,
  ],
  [
    "in a role's name",
    { environment: { store: { identity: irsa({ role: { name: '{systm}' } }) } } },
    `${PRODUCTION} store.identity.role.name`,
  ],
  [
    "in a key's alias",
    { environment: { backend: secretsManager({ kmsKey: { alias: 'alias/{region}' } }) } },
    `${PRODUCTION} backend.kmsKey.alias`,
  ],
  [
    'in the layout of a backend',
    {
      entries: { app, more: app },
      bundles: { a: { all: ['app'] }, b: { all: ['more'] } },
      environment: { backend: secretsManager({ entryName: '{sytem}/{entry}' }) },
    },
    `${PRODUCTION} backend.entryName`,
  ],
];
