import type { Case } from './cases';

const pattern = (text: string) => ({ entries: { app: { fields: { TOKEN: { shape: { pattern: text } } } } } });

const BUNDLE = 'environments/shop/catalogue.ts bundles.b';
const all = { all: ['app'] };
const finding = (name: string) => ({ bundles: { a: all, b: { find: { path: 'shop/production/', name } } } });
const renaming = (...sources: string[]) => ({
  bundles: { b: { everything: 'app', rewrite: sources.map((source) => ({ source, target: 'x' })) } },
});

export const cases: Case[] = [
  ['one', pattern('[a-z]+(-[0-9]{2})?')],
  ['an open bracket', pattern('[a-z'), 'environments/shop/catalogue.ts entries.app.fields.TOKEN.shape.pattern'],
  ['what is found', finding('(?i)^app-[[:alpha:]]+\\z')],
  ['what is found, with an open bracket', finding('app('), `${BUNDLE}.find.name`],
  ['what is renamed', renaming('^(?P<name>.*)$', '\\pL', '[^-._a-zA-Z0-9]', '[(?=]', '\\\\*', '\\Q(\\E', '\\(?=')],
  ['what is renamed, with nothing to repeat', renaming('a', '*'), `${BUNDLE}.rewrite.1.source`],
  [
    'what is renamed, with what Go does not have',
    renaming('(?=a)', '(a)\\1'),
    `${BUNDLE}.rewrite.0.source`,
    `${BUNDLE}.rewrite.1.source`,
  ],
];
