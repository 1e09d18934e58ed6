import { secretsManager, staticCredentials, type Tier } from '../../lib/model';
import type { Case } from './cases';

const identity = staticCredentials({
  secretName: 'localstack',
  placeholders: { accessKeyId: 'test', secretAccessKey: 'test' },
});
const reading = (tier: Tier, endpoint?: string) => ({
  environment: { tier, backend: secretsManager(endpoint === undefined ? {} : { endpoint }), store: { identity } },
});
const PLACE = 'environments/shop/production.ts store.identity.placeholders';

export const cases: Case[] = [
  ['of an emulator in dev', reading('dev', 'http://localstack:4566')],
  ['of an emulator in production', reading('production', 'http://localstack:4566'), PLACE],
  ['of AWS itself', reading('dev'), PLACE],
];
