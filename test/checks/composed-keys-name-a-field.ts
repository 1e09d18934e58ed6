import { compose, embedded } from '../../lib/model';
import type { Case } from './cases';

const key = (KEY: { compose: string }) => ({ bundles: { a: { all: ['app'], keys: { KEY } } } });
const PLACE = 'environments/shop/catalogue.ts bundles.a.keys.KEY';

export const cases: Case[] = [
  ['a text with a field', key(compose('token {app.TOKEN}'))],
  ['a text alone', key(compose('static')), PLACE],
  ['nothing', key(compose('')), PLACE],
  [
    'a text alone in dev',
    {
      ...key(compose('static')),
      environment: { tier: 'dev', backend: embedded({ values: { app: { TOKEN: 'x' } } }) },
    },
    PLACE,
  ],
];
