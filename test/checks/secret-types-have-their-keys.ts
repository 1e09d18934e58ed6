import type { Case } from './cases';

const typed = (type: string, ...names: string[]) => ({
  entries: { app: { fields: { TOKEN: {}, MAIL: { optional: true } } } },
  bundles: {
    a: {
      type,
      keys: Object.fromEntries(
        names.map((name) => [name.replace('?', ''), name.endsWith('?') ? 'app.MAIL' : 'app.TOKEN']),
      ),
    },
  },
});
const KEYS = 'environments/shop/catalogue.ts bundles.a.keys';

export const cases: Case[] = [
  ['tls', typed('kubernetes.io/tls', 'tls.crt', 'tls.key', 'ca.crt')],
  ['a password alone', typed('kubernetes.io/basic-auth', 'password')],
  ['a type of somebody else', typed('example.com/shop', 'TOKEN')],
  ['tls without its key', typed('kubernetes.io/tls', 'tls.crt'), KEYS],
  ['tls whose key is optional', typed('kubernetes.io/tls', 'tls.crt', 'tls.key?'), KEYS],
  ['neither username nor password', typed('kubernetes.io/basic-auth', 'user'), KEYS],
  [
    'a type that does not exist',
    typed('kubernetes.io/tsl', 'tls.crt'),
    'environments/shop/catalogue.ts bundles.a.type',
  ],
];
