import { embedded } from '../../lib/model';
import { type Case, environments } from './cases';
import { PUSH, pushing } from './pushes';

const never = (said: object) => ({ bundles: { a: { all: ['app'], refreshInterval: '0', ...said } } });

export const cases: Case[] = [
  ['zero, on change', never({ refreshPolicy: 'OnChange' })],
  ['zero, periodic', never({}), 'environments/shop/catalogue.ts bundles.a.refreshInterval'],
  [
    'for an environment beside one with its values in the repository',
    environments(
      { bundles: { a: { all: ['app'], refreshInterval: '0s' } } },
      {
        dev: { tier: 'dev', backend: embedded({ values: { app: { TOKEN: 'x' } } }) },
        staging: { namespace: 'staging' },
      },
    ),
    'environments/shop/catalogue.ts bundles.a.refreshInterval',
  ],
  ['zero, of a push', pushing({ refreshInterval: '0' }), `${PUSH}.refreshInterval`],
];
