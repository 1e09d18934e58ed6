import type { Case } from './cases';

const read = (fields: Readonly<Record<string, object>>) => ({
  entries: { app: { fields } },
  bundles: { a: { keys: Object.fromEntries(Object.keys(fields).map((field, at) => [`K${at}`, `app.${field}`])) } },
});
const optional = { optional: true };
const PLACE = 'environments/shop/catalogue.ts entries.app.fields.a/b';

export const cases: Case[] = [
  ['names that a Secret takes', read({ 'a-b': optional, a_b: optional, 'a.b': optional })],
  ['required ones, which are read one by one', read({ 'a b': {}, 'a/b': {} })],
  ['two that become one', read({ 'a b': optional, 'a/b': optional }), PLACE],
  [
    'one that the operator writes with one "_" and two that it writes with two',
    read({ 'a🗝': optional, 'a//': optional }),
  ],
  ['one that becomes a required one', read({ a_b: {}, 'a/b': optional }), PLACE.replace('a/b', 'a_b')],
];
