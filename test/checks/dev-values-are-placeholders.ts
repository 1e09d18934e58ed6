import type { Case } from './cases';
import { dev } from './dev';

// In two pieces, so that nobody who scans this repository stops here.
const token = `ghp_${'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'}`;
const key = `wJalrXUtnFEMI/${'K7MDENG/bPxRfiCYZZZZZZZKEY'}`;

export const cases: Case[] = [
  [
    'placeholders',
    dev({ app: { TOKEN: 'dev-token', URL: 'postgresql://shop:password@db/shop' } }, { TOKEN: {}, URL: {} }),
  ],
  [
    'the one of three that is a token, and one known by its name',
    dev(
      { app: { A: 'dev', B: token, AWS_SECRET_ACCESS_KEY: key, C: 'dev' } },
      { A: {}, B: {}, AWS_SECRET_ACCESS_KEY: {}, C: {} },
    ),
    'environments/shop/dev.ts backend.values.app.AWS_SECRET_ACCESS_KEY',
    'environments/shop/dev.ts backend.values.app.B',
  ],
];
