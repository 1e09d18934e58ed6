import type { Case } from './cases';
import { pushing } from './pushes';

const app = (said: object) => ({ entries: { app: { fields: { TOKEN: {} }, ...said } } });
const many = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`t${at}`, 'x']));
const APP = 'environments/shop/catalogue.ts entries.app';
const KEPT = 'environments/shop/catalogue.ts entries.kept.tags.managed-by';

export const cases: Case[] = [
  [
    'letters of any language',
    app({ owner: 'Équipe achats <a>'.replace(/[<>]/g, ''), tags: { 'cost-center': '4711' } }),
  ],
  ['reserved', app({ tags: { 'aws:team': 'x' } }), `${APP}.tags.aws:team`],
  ['a value with a comma', app({ tags: { team: 'a, b' } }), `${APP}.tags.team`],
  ['an owner with an emoji', app({ owner: 'team 🛒' }), `${APP}.owner`],
  ['fifty-one', app({ tags: many }), `${APP}.tags`],
  ['its own value for a planned one', app({ tags: { environment: 'live' } }), `${APP}.tags.environment`],
  ['the value of a planned one', app({ tags: { environment: 'production' } })],
  ['the tag of what the operator makes', pushing({}, { tags: { 'managed-by': 'us' }, fields: { TOKEN: {} } }), KEPT],
  ['that tag where it makes nothing', app({ tags: { 'managed-by': 'us' } })],
];
