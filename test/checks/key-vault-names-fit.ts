import type { Case } from './cases';
import { onKeyVault, withValues } from './key-vault';

const LAYOUT = 'environments/shop/production.ts backend.entryName';
const two = { app: { fields: { TOKEN: {}, token: {} } } };

export const cases: Case[] = [
  ['the default', onKeyVault({ entries: { app: { fields: { 'TOKEN.OLD': {}, TOKEN_NEW: {} } } } })],
  ['too long', onKeyVault({}, {}, { entryName: `${'x'.repeat(120)}-{field}-{entry}` }), LAYOUT],
  ['that differ in case only', onKeyVault({ entries: two }), LAYOUT],
  [
    'without the field',
    onKeyVault({ entries: { app: { fields: { A: {}, B: {} } } } }, {}, { entryName: '{entry}' }),
    LAYOUT,
  ],
  ['of another backend', withValues({})],
  ['of another backend, that differ in case only', withValues({ entries: two })],
  [
    'of another backend, without the field',
    withValues({ entries: { app: { fields: { A: {}, B: {} } } } }, { entryName: '{entry}' }),
    LAYOUT,
  ],
];
