import type { Case } from './cases';
import { dev } from './dev';

export const cases: Case[] = [
  ['1 MiB', dev({ app: { TOKEN: Buffer.alloc(1024 * 1024) } })],
  [
    'a byte more',
    dev({ app: { TOKEN: Buffer.alloc(1024 * 1024 + 1) } }),
    'environments/shop/catalogue.ts bundles.shop-secrets',
  ],
];
