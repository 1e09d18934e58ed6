import type { Case } from './cases';

const reading = (optional: boolean, how: object) => ({
  entries: { app: { fields: { TOKEN: {}, EXTRA: { optional } } } },
  bundles: { 'shop-secrets': { keys: { TOKEN: 'app.TOKEN', EXTRA: { from: 'app.EXTRA', ...how } } } },
});
const PLACE = 'environments/shop/catalogue.ts bundles.shop-secrets.keys.EXTRA';

export const cases: Case[] = [
  ['a required one', reading(false, { version: 'AWSPREVIOUS' })],
  ['an optional one as it stands', reading(true, {})],
  ['an optional one of another version', reading(true, { version: 'AWSPREVIOUS' }), PLACE],
  ['an optional one that is encoded', reading(true, { decode: 'Base64' }), PLACE],
];
