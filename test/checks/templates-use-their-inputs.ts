import { template } from '../../lib/model';
import type { Case } from './cases';
import { TEMPLATE_PLACE, templated } from './templates';

const two = { token: 'app.TOKEN', mail: 'app.MAIL' };

/** Two templates that have a name for a field. */
const both = (first: string, second: string) => ({
  entries: { app: { fields: { TOKEN: {}, MAIL: {} } } },
  bundles: {
    a: { keys: { A: template('{{ .it }}', { it: first }), B: template('{{ .it | quote }}', { it: second }) } },
  },
});

const many = (text: string) => ({
  bundles: { a: { templateFrom: [{ template: template(text, { token: 'app.TOKEN' }) }] } },
});
const MANY = 'environments/shop/catalogue.ts bundles.a.templateFrom.0.template';
const rewritten = (transform: string) => ({ bundles: { a: { everything: 'app', rewrite: [{ transform }] } } });
const REWRITE = 'environments/shop/catalogue.ts bundles.a.rewrite.0.transform';

export const cases: Case[] = [
  ['each by its name', templated('{{ .token }}{{ index . "mail" }}', two)],
  [
    'by its name in a block',
    templated('{{ range list 1 }}{{ $.token }}{{ end }}{{ if .mail }}{{ .mail }}{{ end }}', two),
  ],
  ['what a block gives the dot', templated('{{ with urlParse .token }}{{ .host }}{{ else }}{{ .mail }}{{ end }}', two)],
  ['what another template is given', templated('{{ define "a" }}{{ .x }}{{ end }}{{ template "a" . }}{{ .token }}')],
  ['a part of a part', templated('{{ (urlParse .token).host }}{{ $a := .token }}{{ $a.b }}')],
  ['one name for one field in two keys', both('app.TOKEN', 'app.TOKEN')],
  ['one name for two fields', both('app.TOKEN', 'app.MAIL'), 'environments/shop/catalogue.ts bundles.a.keys.B'],
  ['a name that is misspelt', templated('{{ .tokn }}'), TEMPLATE_PLACE, TEMPLATE_PLACE],
  [
    'a name in a loop that is not the dot',
    templated('{{ range list 1 }}{{ $.tokn }}{{ end }}{{ .token }}'),
    TEMPLATE_PLACE,
  ],
  ['an input that it does not name', templated('{{ .token }}', two), TEMPLATE_PLACE],
  ['all at once', templated('{{ range $name, $value := . }}{{ $value }}{{ end }}'), TEMPLATE_PLACE],
  ['all at once by its other name', templated('{{ toJson $ }}'), TEMPLATE_PLACE],
  ['what makes many keys', many('{{ .token }}: {{ .token }}')],
  ['a misspelt name in what makes many keys', many('{{ .token }}: {{ .tokn }}'), MANY],
  ['what the cluster keeps', { bundles: { a: { keys: { A: template({ configMap: 'a' }, { token: 'app.TOKEN' }) } } } }],
  ['the name that is rewritten', rewritten('{{ .value | upper }}')],
  ['a name that is rewritten to one for all', rewritten('name'), REWRITE],
  ['another name than that which is rewritten', rewritten('{{ .value }}{{ .key }}'), REWRITE],
  ['a name that nobody can say', templated('{{ index . "to-ken" }}', { 'to-ken': 'app.TOKEN' }), TEMPLATE_PLACE],
];
