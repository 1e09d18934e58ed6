import type { Case } from './cases';
import { TEMPLATE_PLACE, templated } from './templates';

/** A template that names its input besides. */
const reading = (text: string) => templated(`${text}{{ .token }}`);

export const cases: Case[] = [
  [
    'blocks in blocks',
    reading('{{ if true }}{{ range list 1 2 }}{{ . }}{{ else }}none{{ end }}{{ else if false }}{{ end }}'),
  ],
  ['trimmed spaces', reading('\n{{- "text" -}}\n')],
  ['a comment', reading('{{- /* "if */ -}}\n')],
  ['a template in a template', reading('{{ define "a" }}{{ . }}{{ end }}{{ template "a" "text" }}')],
  ['variables', reading('{{ $a := 1 }}{{ $a = 2 }}{{ with $b := $a }}{{ $b }}{{ end }}')],
  ['braces in a text', reading('{{ "}}" }}{{ `{{ \n }}` }}{{ "\\"" }}')],
  ['an action on many lines', reading('{{ printf "%s"\n  "text" }}')],
  ['an action that is never closed', reading('{{ "text" '), TEMPLATE_PLACE],
  ['an action in an action', reading('{{ {{ "text" }} }}'), TEMPLATE_PLACE],
  ['an action of nothing', reading('{{ }}'), TEMPLATE_PLACE],
  ['a text that is never closed', reading('{{ "text }}'), TEMPLATE_PLACE],
  ['a comment that is never closed', templated('{{ .token }}{{/* text }}'), TEMPLATE_PLACE],
  ['a block without its end', reading('{{ if true }}'), TEMPLATE_PLACE],
  ['an end of nothing', reading('{{ end }}'), TEMPLATE_PLACE],
  ['an else of nothing', reading('{{ else }}'), TEMPLATE_PLACE],
  ['a second else', reading('{{ if true }}{{ else }}{{ else }}{{ end }}'), TEMPLATE_PLACE],
  ['a break outside a loop', reading('{{ break }}'), TEMPLATE_PLACE],
  ['a bracket that is never closed', reading('{{ (print 1 }}'), TEMPLATE_PLACE],
  ['a bracket that closes nothing', reading('{{ print 1) }}'), TEMPLATE_PLACE],
  ['a pipe to nothing', reading('{{ "text" | }}'), TEMPLATE_PLACE],
  ['a variable that nothing declares', reading('{{ $a }}'), TEMPLATE_PLACE],
  ['a sign without a meaning', reading('{{ 1 & 2 }}'), TEMPLATE_PLACE],
];
