import type { BundleInput, GeneratorInput } from '../../lib/model';
import type { Case } from './cases';

const password: GeneratorInput = { kind: 'Password', spec: { length: 24, noUpper: false, allowRepeat: false } };
const token: GeneratorInput = { kind: 'ECRAuthorizationToken', spec: { region: 'eu-west-1' } };
const made = (generator: GeneratorInput, bundle: Partial<BundleInput>) => ({
  generators: { made: generator },
  bundles: { 'shop-secrets': { all: ['app'] }, made: { generator: 'made', ...bundle } },
});

export const cases: Case[] = [
  ['a password that is made once', made(password, { refreshPolicy: 'CreatedOnce' })],
  ['a token that is made again', made(token, { refreshInterval: '1h' })],
  ['a password that is made again', made(password, {}), 'environments/shop/catalogue.ts bundles.made.refreshPolicy'],
];
