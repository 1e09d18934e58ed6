import { type BundleInput, type EnvironmentInput, embedded, parameterStore, vault } from '../../lib/model';
import type { Case } from './cases';

const backend = vault({ server: 'https://vault.example.com' });
const PLACE = 'environments/shop/production.ts bundles.agent.backend';

const reading = (agent: BundleInput, environment: Partial<EnvironmentInput> = { bundles: { agent: { backend } } }) => ({
  entries: { app: { fields: { TOKEN: {} } }, agent: { existing: true, fields: { TOKEN: {} } } },
  bundles: { 'shop-secrets': { all: ['app'] }, agent },
  environment,
});

export const cases: Case[] = [
  ['entries of their own', reading({ all: ['agent'] })],
  ['one of both', reading({ keys: { OWN: 'agent.TOKEN', THEIRS: 'app.TOKEN' } }), PLACE],
  ['one of both in a composed text', reading({ keys: { URL: { compose: '{app.TOKEN}@{agent.TOKEN}' } } }), PLACE],
  ['one of both, read otherwise', reading({ keys: { NOW: { from: 'app.TOKEN', decode: 'Auto' } } }), PLACE],
  ['one of both, taken whole', reading({ everything: 'app' }), PLACE],
  [
    'what is said in the catalogue',
    reading({ all: ['app'], backend }, {}),
    'environments/shop/catalogue.ts bundles.agent.backend',
  ],
  [
    'one that is embedded as well',
    reading(
      { all: ['app'] },
      {
        tier: 'dev',
        backend: embedded({ values: { app: { TOKEN: 'dev' }, agent: { TOKEN: 'dev' } } }),
        bundles: { agent: { backend } },
      },
    ),
    PLACE,
  ],
  [
    'one in two backends beside that of the environment',
    reading({ all: ['app'] }, { bundles: { 'shop-secrets': { backend: parameterStore() }, agent: { backend } } }),
    'environments/shop/production.ts bundles.shop-secrets.backend',
  ],
];
