import { compose } from '../../lib/model';
import { type Case, environments } from './cases';
import { PUSH, pushing } from './pushes';

// In two pieces, so that nobody who scans this repository stops here.
const token = `ghp_${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}`;
const pem = `-----BEGIN RSA ${'PRIVATE KEY-----'}\n${'MIIEowIBAAKCAQEAwJ0a7y2Q'.repeat(8)}\n-----END RSA ${'PRIVATE KEY-----'}`;
const CATALOGUE = 'environments/shop/catalogue.ts';
const app = (said: object) => ({ entries: { app: { fields: { TOKEN: {} }, ...said } } });
const bundle = (said: object) => ({ bundles: { a: { all: ['app'], ...said } } });

export const cases: Case[] = [
  [
    'texts as people write them, two of which look telling',
    { ...app({ summary: 'the 2024-migrated-database', owner: 'payments', tags: { team: 'team-payments-2024-eu' } }) },
  ],
  ['a composed text without one', bundle({ keys: { URL: compose('postgresql://shop:{app.TOKEN}@db:5432/shop1') } })],
  ['in a composed text', bundle({ keys: { A: compose(`{app.TOKEN}${token}`) } }), `${CATALOGUE} bundles.a.keys.A`],
  ['a key in a composed text', bundle({ keys: { A: compose(`{app.TOKEN}${pem}`) } }), `${CATALOGUE} bundles.a.keys.A`],
  ["in an entry's summary", app({ summary: `it is ${token}` }), `${CATALOGUE} entries.app.summary`],
  ['in a tag', app({ tags: { team: token } }), `${CATALOGUE} entries.app.tags.team`],
  ['in the owner', app({ owner: token }), `${CATALOGUE} entries.app.owner`],
  [
    "in a field's summary",
    app({ fields: { TOKEN: { summary: token } } }),
    `${CATALOGUE} entries.app.fields.TOKEN.summary`,
  ],
  ["in a bundle's summary", bundle({ summary: token }), `${CATALOGUE} bundles.a.summary`],
  ['in the name of a key', bundle({ all: undefined, keys: { [token]: 'app.TOKEN' } }), `${CATALOGUE} bundles.a.keys`],
  ['in the name of a field', app({ fields: { [token]: {} } }), `${CATALOGUE} entries.app.fields`],
  [
    'in a name of one environment',
    environments({}, { dev: { namespace: 'd' }, live: { entries: { app: { name: token } } } }),
    'environments/shop/live.ts entries.app.name',
  ],
  ["in a push's summary", pushing({ summary: token }), `${PUSH}.summary`],
];
