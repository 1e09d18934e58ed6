import { workloadIdentity } from '../../lib/model';
import type { Case } from './cases';
import { onKeyVault } from './key-vault';

const twice = { bundles: { a: { all: ['app'], namespace: ['one', 'two'] } } };
const clientId = '22222222-3333-4444-5555-666666666666';
const called = (managedIdentity: string) =>
  onKeyVault(twice, { store: { identity: workloadIdentity({ clientId, managedIdentity }) } });

export const cases: Case[] = [
  ['one for each namespace', called('{namespace}-reader')],
  ['one for two namespaces', called('reader'), 'environments/shop/production.ts store.identity.managedIdentity'],
];
