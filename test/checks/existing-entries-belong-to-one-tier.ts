import { parameterStore } from '../../lib/model';
import { type Case, environments, together } from './cases';

const named = (name: string) => ({ entries: { app: { existing: true, name, fields: { TOKEN: {} } } } });
const stages = { staging: { tier: 'staging' }, production: { tier: 'production' } } as const;
const in2 = { namespace: '{environment}' };
const ARN = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/production/app-AbCdEf';
const reads = (said: object) => ({
  system: 'blog',
  namespace: 'blog',
  environment: { tier: 'staging' as const, entries: { app: said } },
});

export const cases: Case[] = [
  ['a name for each tier', environments({ ...in2, ...named('shop/{environment}') }, stages)],
  [
    'one name for two tiers',
    environments({ ...in2, ...named('shop/both') }, stages),
    'environments/shop/catalogue.ts entries.app.name',
  ],
  [
    'one parameter for two tiers',
    environments(
      { ...in2, ...named('/shop/both') },
      {
        staging: { tier: 'staging', backend: parameterStore() },
        production: { tier: 'production', backend: parameterStore() },
      },
    ),
    'environments/shop/catalogue.ts entries.app.name',
  ],
  ['one name for two environments of a tier', environments({ ...in2, ...named('shop/both') }, { one: {}, two: {} })],
  [
    'the name of what another system manages in production',
    together({}, reads({ existing: true, name: 'shop/production/app' })),
    'environments/blog/production.ts entries.app.name',
  ],
  [
    'its ARN',
    together({}, reads({ arn: ARN })),
    'environments/blog/production.ts entries.app.arn',
    ['managed-entries-are-read-by-name', 'environments/blog/production.ts entries.app.arn'],
  ],
];
