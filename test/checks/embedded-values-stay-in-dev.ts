import { embedded } from '../../lib/model';
import { type Case, environments } from './cases';

const backend = embedded({ values: { app: { TOKEN: 'placeholder' } } });

export const cases: Case[] = [
  ['in dev', environments({}, { review: { tier: 'dev', backend } })],
  ['in staging', environments({}, { review: { tier: 'staging', backend } }), 'environments/shop/review.ts backend'],
];
