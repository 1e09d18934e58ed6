import type { Case } from './cases';
import { written } from './written';

const PLACE = 'environments/shop/production.ts backend';
const key = { Type: 'AWS::KMS::Key', DeletionPolicy: 'Retain', Properties: {} };

export const cases: Case[] = [
  ['an entry that stays', written()],
  [
    'an entry that only an interrupted creation takes back',
    written((draft) => (draft.entries.app.DeletionPolicy = 'RetainExceptOnCreate')),
  ],
  ['an entry that goes with its stack', written((draft) => (draft.entries.app.DeletionPolicy = 'Delete')), PLACE],
  ['a key that is replaced', written((draft) => Object.assign(draft.entries, { key })), PLACE],
];
