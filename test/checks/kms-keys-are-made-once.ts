import { parameterStore, secretsManager } from '../../lib/model';
import { type Case, environments } from './cases';

const make = (alias?: string) => ({ kmsKey: { create: true as const, ...(alias !== undefined && { alias }) } });
const two = {
  entries: { app: { fields: { TOKEN: {} } }, more: { fields: { MAIL: {} } } },
  bundles: { 'shop-secrets': { all: ['app', 'more'] } },
};
const sharing = (alias: string) =>
  environments(two, {
    blue: { namespace: 'blue', backend: secretsManager(make(alias)) },
    green: { backend: secretsManager(make(alias)) },
  });
const flags = (own?: string, further?: string) => ({
  entries: { app: { fields: { TOKEN: {} } }, flags: { fields: { BETA: {} } } },
  bundles: { 'shop-secrets': { all: ['app'] }, flags: { all: ['flags'] } },
  environment: {
    backend: secretsManager(make(own)),
    bundles: { flags: { backend: parameterStore(make(further)) } },
  },
});

export const cases: Case[] = [
  ['one for each environment', sharing('alias/{system}-{environment}')],
  ['one for two environments', sharing('alias/{system}'), 'environments/shop/green.ts backend.kmsKey.alias'],
  ['one for each backend', flags()],
  [
    'one for two backends',
    flags('alias/shop', 'alias/shop'),
    'environments/shop/production.ts bundles.flags.backend.kmsKey.alias',
  ],
];
