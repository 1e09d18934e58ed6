import type { Case } from './cases';

const PLACE = 'environments/shop/catalogue.ts bundles.a.consumers';

const reading = (env: readonly string[] | Readonly<Record<string, string>>, field = 'TOKEN') => ({
  entries: { app: { fields: { [field]: {} } } },
  bundles: { a: { all: ['app'], consumers: [{ kind: 'Deployment' as const, name: 'web', env }] } },
});

export const cases: Case[] = [
  ['the name of a key', reading(['TOKEN'])],
  ['a name with a hyphen and a dot', reading(['my-app.token'], 'my-app.token')],
  ['a name of its own', reading({ APP_TOKEN: 'TOKEN' })],
  ['a key that begins with a digit', reading(['2FA'], '2FA'), PLACE],
  ['a name with a space', reading({ 'APP TOKEN': 'TOKEN' }), PLACE],
];
