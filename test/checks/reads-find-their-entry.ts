import type { Case } from './cases';
import { pushSecret } from './pushes';
import { written } from './written';

const PLACE = 'environments/shop/catalogue.ts bundles.shop-secrets';
const existing = { environment: { entries: { app: { existing: true } } } };

export const cases: Case[] = [
  ['an entry of a template', written()],
  ['an entry that exists', written((draft) => Object.assign(draft, { entries: {} }), existing)],
  ['an entry that no template has', written((draft) => Object.assign(draft, { entries: {} })), PLACE],
  [
    'a misspelt name',
    written((draft) => {
      draft.sync.spec.data[0]!.remoteRef.key = 'shop/production/ap';
    }),
    PLACE,
  ],
  [
    'an entry that is pushed',
    written((draft) => {
      Object.assign(draft, { entries: {} });
      draft.others.push(pushSecret());
    }),
  ],
];
