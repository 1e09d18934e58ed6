import { irsa, kubernetesAuth, podIdentity, secretsManager, vault, workloadIdentity } from '../../lib/model';
import { selected } from '../selected';
import type { Case } from './cases';
import { onKeyVault } from './key-vault';
import { PUSH, pushing } from './pushes';

const CATALOGUE = 'environments/shop/catalogue.ts';
const PRODUCTION = 'environments/shop/production.ts';
const CLIENT = '22222222-3333-4444-5555-666666666666';
const app = { fields: { TOKEN: {} } };

export const cases: Case[] = [
  ['the system and the environment', { namespace: '{system}-{environment}' }],
  ['in a namespace', { namespace: 'shop-{enviroment}' }, `${CATALOGUE} namespace`],
  [
    'in the namespace of a bundle, which its role is called after: that has no finding of its own',
    { bundles: { a: { all: ['app'], namespace: '{enviroment}' }, b: { all: ['app'] } } },
    `${CATALOGUE} bundles.a.namespace`,
  ],
  [
    'in a namespace, and another in a role that is called after it',
    {
      bundles: { a: { all: ['app'], namespace: '{enviroment}' }, b: { all: ['app'] } },
      environment: { store: { identity: irsa({ role: { name: '{namespace}-{tier}' } }) } },
    },
    `${CATALOGUE} bundles.a.namespace`,
    `${PRODUCTION} store.identity.role.name`,
  ],
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
    'in what reads Vault',
    {
      environment: {
        backend: vault({ server: 'https://vault.example.com' }),
        store: {
          identity: kubernetesAuth({ serviceAccount: '{sytem}', role: { name: '{systm}', policy: '{polcy}' } }),
        },
      },
    },
    `${PRODUCTION} store.identity.role.name`,
    `${PRODUCTION} store.identity.role.policy`,
    `${PRODUCTION} store.identity.serviceAccount`,
  ],
  [
    'in what reads Azure Key Vault',
    onKeyVault({}, { store: { identity: workloadIdentity({ clientId: CLIENT, managedIdentity: '{systm}' }) } }),
    `${PRODUCTION} store.identity.managedIdentity`,
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
  [
    'in the namespace of a push',
    pushing({ namespace: '{stage}' }, undefined, { environment: { store: { identity: podIdentity() } } }),
    `${PUSH}.namespace`,
  ],
  ['in the Secret of a push', pushing({ secretName: 'made-{environment}' }), `${PUSH}.secretName`],
];
