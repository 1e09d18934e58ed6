import { staticCredentials } from '../../lib/model';
import type { Case } from './cases';
import { PUSH, pushing } from './pushes';

const key = (name: string) => ({ bundles: { a: { keys: { [name]: 'app.TOKEN' } } } });

export const cases: Case[] = [
  [
    'tls.crt, and a name that begins with a dot',
    { bundles: { a: { keys: { 'tls.crt': 'app.TOKEN', '.dockerconfigjson': 'app.TOKEN' } } } },
  ],
  ['a space', key('MY TOKEN'), 'environments/shop/catalogue.ts bundles.a.keys.MY TOKEN'],
  ['on its way out', key('../token'), 'environments/shop/catalogue.ts bundles.a.keys.../token'],
  [
    'a field of an open bundle',
    { entries: { app: { fields: { 'MY TOKEN': {} } } }, bundles: { a: { everything: 'app' } } },
    'environments/shop/catalogue.ts entries.app.fields.MY TOKEN',
  ],
  [
    'where an access key stands',
    { environment: { store: { identity: staticCredentials({ secretName: 'aws', accessKeyIdKey: 'id!' }) } } },
    'environments/shop/production.ts store.identity.accessKeyIdKey',
  ],
  ['of a Secret that is pushed', pushing({ fields: { TOKEN: 'MY TOKEN' } }), `${PUSH}.fields.TOKEN`],
  ['of one that is pushed as one value', pushing({ key: 'a/b' }, { value: {} }), `${PUSH}.key`],
];
