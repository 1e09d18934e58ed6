import { compose, template } from '../../lib/model';
import type { Case } from './cases';

const key = (KEY: string | { compose: string } | ReturnType<typeof template>) => ({
  entries: { app: { fields: { TOKEN: {}, MAIL: { optional: true } } } },
  bundles: { a: { keys: { KEY } } },
});
const PLACE = 'environments/shop/catalogue.ts bundles.a.keys.KEY';

export const cases: Case[] = [
  ['required fields', key(compose('{app.TOKEN}@shop'))],
  ['an optional field alone', key('app.MAIL')],
  ['an optional part', key(compose('{app.TOKEN}:{app.MAIL}')), PLACE],
  ['an optional input of a template', key(template('{{ .mail }}', { mail: 'app.MAIL' })), PLACE],
  [
    'an optional input of a template of many keys',
    {
      entries: { app: { fields: { TOKEN: {}, MAIL: { optional: true } } } },
      bundles: { a: { templateFrom: [{ template: template('a: {{ .mail }}', { mail: 'app.MAIL' }) }] } },
    },
    'environments/shop/catalogue.ts bundles.a.templateFrom.0.template',
  ],
  ['an optional field with a filter', key(compose('{app.MAIL|b64enc}')), PLACE],
];
