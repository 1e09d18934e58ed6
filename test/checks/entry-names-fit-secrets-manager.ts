import { embedded, secretsManager } from '../../lib/model';
import { type Case, environments } from './cases';
import { pushing } from './pushes';

const app = (said: object) => ({ entries: { app: { fields: { TOKEN: {} }, ...said } } });
const several = {
  entries: { app: { fields: { TOKEN: {} } }, more: { fields: { TOKEN: {} } } },
  bundles: { a: { all: ['app'] }, b: { all: ['more'] } },
};
const CATALOGUE = 'environments/shop/catalogue.ts entries.app.name';

export const cases: Case[] = [
  ['letters, digits and /_+=.@-', app({ name: 'shop/a_b+c=d.e@f-g' })],
  ['an existing one that a service made', app({ name: 'rds!cluster-1', existing: true })],
  ['a space', app({ name: 'shop app' }), CATALOGUE],
  ['513 characters', app({ name: 'a'.repeat(513) }), CATALOGUE],
  ['an ARN', app({ name: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:a', existing: true }), CATALOGUE],
  [
    'the layout of a backend',
    { environment: { backend: secretsManager({ entryName: '{entry}!' }) } },
    'environments/shop/production.ts backend.entryName',
  ],
  [
    'in one environment of two',
    environments(several, { dev: { namespace: 'd' }, live: { entries: { app: { name: 'a b' } } } }),
    'environments/shop/live.ts entries.app.name',
  ],
  [
    'the layout of an environment with several entries',
    {
      ...several,
      environment: { backend: secretsManager({ entryName: '{entry}!' }) },
    },
    'environments/shop/production.ts backend.entryName',
  ],
  [
    'in the catalogue, beside an environment with its values in the repository',
    environments(app({ name: 'a b' }), {
      dev: { tier: 'dev', backend: embedded({ values: { app: { TOKEN: 'x' } } }) },
      staging: { namespace: 'staging' },
    }),
    CATALOGUE,
  ],
  [
    'of one that is pushed',
    pushing({}, { name: 'rds!shop', fields: { TOKEN: {} } }),
    'environments/shop/catalogue.ts entries.kept.name',
  ],
];
