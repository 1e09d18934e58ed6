import { provider } from '../../lib/model';
import type { Case } from './cases';

const GENERATOR = 'environments/shop/catalogue.ts generators.key.kind';
const PROVIDER = 'environments/shop/production.ts backend.name';

const generating = (version: string) => ({
  cluster: { operator: { version } },
  generators: { key: { kind: 'SSHKey' as const, spec: {} } },
  bundles: { a: { generator: 'key', refreshPolicy: 'CreatedOnce' as const }, b: { all: ['app'] } },
});

const reading = (version: string) => ({
  cluster: { operator: { version } },
  environment: {
    backend: provider('ngrok', {
      auth: { apiKey: { secretRef: { name: 'ngrok', key: 'key' } } },
      vault: { name: 'shop' },
    }),
  },
});

export const cases: Case[] = [
  ['a generator in a version that has it', generating('0.19.2')],
  ['in one of which nobody knows', generating('0.19.0')],
  ['in one that does not have it', generating('0.18.2'), GENERATOR],
  ['a provider in a version that has it', reading('0.20.4')],
  ['in one that does not', reading('0.20.1'), PROVIDER],
];
