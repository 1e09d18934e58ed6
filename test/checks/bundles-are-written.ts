import type { Case } from './cases';
import { written } from './written';

const PLACE = 'environments/shop/catalogue.ts bundles.shop-secrets';

export const cases: Case[] = [
  ['an ExternalSecret', written()],
  ['an ExternalSecret of another name', written((draft) => (draft.sync.metadata.name = 'other')), PLACE],
  ['an ExternalSecret that makes another Secret', written((draft) => (draft.sync.spec.target.name = 'other')), PLACE],
];
