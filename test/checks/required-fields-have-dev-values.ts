import type { Case } from './cases';
import { dev } from './dev';

export const cases: Case[] = [
  ['a placeholder', dev({ app: { TOKEN: 'placeholder' } })],
  ['an optional field without', dev({ app: { TOKEN: 'placeholder' } }, { TOKEN: {}, MAIL: { optional: true } })],
  ['a required field without', dev({ app: {} }), 'environments/shop/dev.ts backend.values.app.TOKEN'],
];
