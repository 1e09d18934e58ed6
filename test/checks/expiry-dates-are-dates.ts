import { type Case, environments } from './cases';

const expires = (day: string) => ({ entries: { app: { expires: day, fields: { TOKEN: {} } } } });
const PLACE = 'environments/shop/catalogue.ts entries.app.expires';

export const cases: Case[] = [
  ['a day', expires('2028-02-29')],
  ['a day that is none', expires('2027-02-29'), PLACE],
  ['in another order', expires('31-01-2027'), PLACE],
  [
    'in one environment of two',
    environments({}, { dev: { namespace: 'd' }, live: { entries: { app: { expires: 'soon' } } } }),
    'environments/shop/live.ts entries.app.expires',
  ],
];
