import type { NamespaceSelector } from '../../lib/model';
import { selected } from '../selected';
import { type Case, environments } from './cases';

const CATALOGUE = 'environments/shop/catalogue.ts bundles.app.namespaceSelector';
const by = (namespaceSelector: NamespaceSelector) => selected({ namespaceSelector });
const requiring = (key: string, ...values: string[]) => by({ matchExpressions: [{ key, operator: 'In', values }] });

export const cases: Case[] = [
  ['a label', by({ matchLabels: { team: 'shop' } })],
  ['a label with a prefix and an empty value', by({ matchLabels: { 'example.com/team': '' } })],
  ['several values', requiring('team', 'shop', 'web_1.0')],
  ['that a label is there', by({ matchExpressions: [{ key: 'team', operator: 'Exists' }] })],
  ['nothing', by({}), CATALOGUE],
  ['lists of nothing', by({ matchLabels: {}, matchExpressions: [] }), CATALOGUE],
  ['a key with a space', by({ matchLabels: { 'my team': 'shop' } }), CATALOGUE],
  ['a key with two slashes', requiring('a/b/c', 'shop'), CATALOGUE],
  ['a key whose prefix is in upper case', requiring('Example.com/team', 'shop'), CATALOGUE],
  ['a value of 64 characters', requiring('team', 'a'.repeat(64)), CATALOGUE],
  ['a value that ends in a hyphen', by({ matchLabels: { team: 'shop-' } }), CATALOGUE],
  [
    'nothing in one of two environments',
    environments(by({ matchLabels: { team: '{environment}' } }), {
      one: {},
      two: { bundles: { app: { namespaceSelector: {} } } },
    }),
    'environments/shop/two.ts bundles.app.namespaceSelector',
  ],
];
