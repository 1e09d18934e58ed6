import { SELECTOR, selected } from '../selected';
import type { Case } from './cases';

const made = (said: object) => ({
  ...selected(),
  generators: { id: { kind: 'UUID' as const, spec: {} } },
  bundles: {
    a: { all: ['app'] },
    made: { generator: 'id', refreshPolicy: 'CreatedOnce' as const, ...said },
  },
});

export const cases: Case[] = [
  ['namespaces that are named', made({ namespace: ['one', 'two'] })],
  [
    'namespaces that are selected',
    made({ namespaceSelector: SELECTOR }),
    'environments/shop/catalogue.ts bundles.made.namespaceSelector',
  ],
];
