import { type EnvironmentInput, parameterStore, vault } from '../../lib/model';
import type { Case } from './cases';

const pinned = (version: string, environment: Partial<EnvironmentInput> = {}) => ({
  bundles: { 'shop-secrets': { keys: { OLD: { from: 'app.TOKEN', version } } } },
  environment,
});
const PLACE = 'environments/shop/catalogue.ts bundles.shop-secrets.keys.OLD.version';
const onParameterStore = { backend: parameterStore() };
const onVault = { backend: vault({ server: 'https://vault.example.com' }) };

export const cases: Case[] = [
  ['a stage', pinned('AWSPREVIOUS')],
  ['an id', pinned('uuid/1234abcd-12ab-34cd-56ef-1234567890ab')],
  ['a number of Vault', pinned('7', onVault)],
  ['a number of Parameter Store', pinned('7', onParameterStore)],
  ['a label of Parameter Store', pinned('stable', onParameterStore)],
  ['latest', pinned('latest'), PLACE],
  ['an id that is none', pinned('uuid/7'), PLACE],
  ['a label that Parameter Store does not take', pinned('aws-7', onParameterStore), PLACE],
  ['a stage in Vault', pinned('AWSPREVIOUS', onVault), PLACE],
];
