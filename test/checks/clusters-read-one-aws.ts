import { type EnvironmentInput, secretsManager, staticCredentials } from '../../lib/model';
import { type Case, environments } from './cases';

const identity = staticCredentials({ secretName: 'aws' });
const reading = (endpoint?: string): Partial<EnvironmentInput> => ({
  tier: 'dev',
  backend: secretsManager(endpoint === undefined ? {} : { endpoint }),
  store: { identity },
});
const LOCALSTACK = 'http://localstack:4566';

export const cases: Case[] = [
  ['all AWS', environments({}, { blue: { ...reading(), namespace: 'blue' }, green: reading() })],
  [
    'all an emulator',
    environments({}, { blue: { ...reading(LOCALSTACK), namespace: 'blue' }, green: reading(LOCALSTACK) }),
  ],
  [
    'one of each',
    environments({}, { blue: { ...reading(), namespace: 'blue' }, green: reading(LOCALSTACK) }),
    'environments/shop/green.ts backend.endpoint',
  ],
];
