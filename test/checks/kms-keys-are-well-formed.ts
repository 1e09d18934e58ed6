import { type KmsKeyInput, secretsManager } from '../../lib/model';
import { type Case, environments } from './cases';

const key = (kmsKey: KmsKeyInput) => ({ environment: { backend: secretsManager({ kmsKey }) } });
const PLACE = 'environments/shop/production.ts backend.kmsKey';
const ARN = 'arn:aws:kms:eu-west-1:123456789012';

export const cases: Case[] = [
  ['an alias', key({ alias: 'alias/shop' })],
  ['the ARN of a key', key({ arn: `${ARN}:key/1234abcd-12ab-34cd-56ef-1234567890ab` })],
  ['a key made here', key({ create: true })],
  ['an alias without its prefix', key({ alias: 'shop' }), PLACE],
  ['the ARN of an alias', key({ arn: `${ARN}:alias/shop` }), PLACE],
  ['the id of a key', key({ arn: '1234abcd-12ab-34cd-56ef-1234567890ab' }), PLACE],
  ['a made key with a name of AWS', key({ create: true, alias: 'alias/aws/shop' }), PLACE],
  [
    'the key of a backend with several entries',
    {
      ...key({ alias: 'shop' }),
      entries: { app: { fields: { TOKEN: {} } }, more: { fields: { TOKEN: {} } } },
      bundles: { a: { all: ['app'] }, b: { all: ['more'] } },
    },
    'environments/shop/production.ts backend.kmsKey',
  ],
  [
    'the key of one entry of two',
    {
      entries: { app: { fields: { TOKEN: {} }, kmsKey: { alias: 'shop' } }, more: { fields: { TOKEN: {} } } },
      bundles: { a: { all: ['app'] }, b: { all: ['more'] } },
    },
    'environments/shop/catalogue.ts entries.app.kmsKey',
  ],
  [
    'the key of the only entry, in every environment',
    environments(
      { entries: { app: { fields: { TOKEN: {} }, kmsKey: { alias: 'shop' } } } },
      { one: { namespace: 'one' }, two: {} },
    ),
    'environments/shop/catalogue.ts entries.app.kmsKey',
  ],
];
