import { secretsManager, type Tier, vault } from '../../lib/model';
import type { Case } from './cases';

const SERVER = 'environments/shop/production.ts backend.server';
const at = (server: string, tier: Tier = 'production') => ({ environment: { tier, backend: vault({ server }) } });

export const cases: Case[] = [
  ['of Vault', at('https://vault.example.com:8200')],
  ['of Vault on a laptop', at('http://vault.vault:8200', 'dev')],
  ['of an emulator', { environment: { backend: secretsManager({ endpoint: 'http://localstack:4566' }) } }],
  ['a name', at('vault.example.com'), SERVER],
  ['in the clear', at('http://vault.example.com'), SERVER],
  [
    'of an emulator without its protocol',
    { environment: { backend: secretsManager({ endpoint: 'localstack:4566' }) } },
    'environments/shop/production.ts backend.endpoint',
  ],
];
