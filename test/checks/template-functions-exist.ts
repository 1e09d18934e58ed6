import { NEWER_TEMPLATE_FUNCTIONS, TEMPLATE_FUNCTIONS } from '../../lib/checks/support/template-functions';
import type { Case } from './cases';
import { TEMPLATE_PLACE, templated } from './templates';

const all = [...TEMPLATE_FUNCTIONS, ...NEWER_TEMPLATE_FUNCTIONS].map((name) => `{{ ${name} }}`).join('');

const on = (version: string, text: string) => ({ ...templated(text), cluster: { operator: { version } } });

export const cases: Case[] = [
  ['every function there is', templated(`{{ .token }}${all}`)],
  ['a name in a text', templated('{{ .token | printf "%s b64encode" }}')],
  ['a field that is called like none', templated('{{ .token }}{{ with urlParse "a" }}{{ .host.name }}{{ end }}')],
  ['a function that is misspelt', templated('{{ .token | b64encode }}'), TEMPLATE_PLACE],
  ['the environment of the operator', templated('{{ .token }}{{ env "HOME" }}'), TEMPLATE_PLACE],
  ['another Secret of the cluster', templated('{{ .token }}{{ getSecretKey "a" "b" "c" }}'), TEMPLATE_PLACE],
  ['two of them', templated('{{ .token | a1 }}{{ if b1 .token }}{{ end }}'), TEMPLATE_PLACE, TEMPLATE_PLACE],
  ['a function that came later', on('0.20.1', '{{ rsaDecrypt .token "" "" "" }}'), TEMPLATE_PLACE],
  ['a function that came with it', on('0.20.4', '{{ rsaDecrypt .token "" "" "" }}')],
  ['a function of the newest operators', on('0.20.4', '{{ .token | sha512sum }}'), TEMPLATE_PLACE],
];
