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
  [
    'all AWS',
    environments({}, { blue: { ...reading(), namespace: 'blue' }, green: reading() }),
    ['eks-clusters-read-without-access-keys', 'environments/shop/blue.ts store.identity'],
    ['eks-clusters-read-without-access-keys', 'environments/shop/green.ts store.identity'],
  ],
  [
    'all an emulator',
    environments({}, { blue: { ...reading(LOCALSTACK), namespace: 'blue' }, green: reading(LOCALSTACK) }),
  ],
  [
    'one of each',
    environments({}, { blue: { ...reading(), namespace: 'blue' }, green: reading(LOCALSTACK) }),
    ['eks-clusters-read-without-access-keys', 'environments/shop/blue.ts store.identity'],
    'environments/shop/green.ts backend.endpoint',
  ],
];
