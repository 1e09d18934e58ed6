import { staticCredentials, template, vault } from '../../lib/model';
import type { Case } from './cases';

const key = (name: string) => ({ bundles: { a: { keys: { [name]: 'app.TOKEN' } } } });

const kept = (key: string) => ({
  bundles: { a: { templateFrom: [{ template: template({ configMap: 'a' }, { token: 'app.TOKEN' }), key }] } },
});

export const cases: Case[] = [
  ['the key under which a template is kept', kept('all.yaml')],
  ['what can be no such key', kept('all keys'), 'environments/shop/catalogue.ts bundles.a.templateFrom.0.key'],
  [
    'tls.crt, and a name that begins with a dot',
    { bundles: { a: { keys: { 'tls.crt': 'app.TOKEN', '.dockerconfigjson': 'app.TOKEN' } } } },
  ],
  ['a space', key('MY TOKEN'), 'environments/shop/catalogue.ts bundles.a.keys.MY TOKEN'],
  ['on its way out', key('../token'), 'environments/shop/catalogue.ts bundles.a.keys.../token'],
  [
    'that an entry says itself',
    { entries: { app: { value: {}, secretKey: 'MY TOKEN' } }, bundles: {} },
    'environments/shop/catalogue.ts entries.app.secretKey',
  ],
  [
    'a field of an open bundle',
    { entries: { app: { fields: { 'MY TOKEN': {} } } }, bundles: { a: { everything: 'app' } } },
    'environments/shop/catalogue.ts entries.app.fields.MY TOKEN',
  ],
  [
    'where certificates stand',
    {
      environment: {
        backend: vault({ server: 'https://vault.example.com', ca: { type: 'Secret', name: 'a', key: 'a b' } }),
      },
    },
    'environments/shop/production.ts backend.ca.key',
  ],
  [
    'where an access key stands',
    { environment: { store: { identity: staticCredentials({ secretName: 'aws', accessKeyIdKey: 'id!' }) } } },
    ['eks-clusters-read-without-access-keys', 'environments/shop/production.ts store.identity'],
    'environments/shop/production.ts store.identity.accessKeyIdKey',
  ],
];
