import type { Case } from './cases';
import { onKeyVault, withValues } from './key-vault';

const entries = { app: { fields: { TOKEN: {}, EXTRA: { optional: true } } } };
const ENTRY = 'environments/shop/production.ts entries.app';

export const cases: Case[] = [
  ['required fields', onKeyVault({})],
  ['without the optional ones', onKeyVault({ entries }, { entries: { app: { without: ['EXTRA'] } } })],
  ['an optional field', onKeyVault({ entries }), ENTRY],
  [
    'an entry read whole',
    onKeyVault({ bundles: { 'shop-secrets': { everything: 'app' } } }),
    'environments/shop/catalogue.ts bundles.shop-secrets.everything',
  ],
  ['an optional field of another backend that keeps one value each', withValues({ entries }), ENTRY],
  [
    'an entry read whole from another backend that keeps one value each',
    withValues({ bundles: { 'shop-secrets': { everything: 'app' } } }),
    'environments/shop/catalogue.ts bundles.shop-secrets.everything',
  ],
];
