import type { BundleInput } from '../../lib/model';
import type { Case } from './cases';

const bundle = (input: BundleInput) => ({ bundles: { 'shop-secrets': { all: ['app'], immutable: true, ...input } } });

export const cases: Case[] = [
  ['created once', bundle({ refreshPolicy: 'CreatedOnce' })],
  ['refreshed', bundle({}), 'environments/shop/catalogue.ts bundles.shop-secrets.immutable'],
];
