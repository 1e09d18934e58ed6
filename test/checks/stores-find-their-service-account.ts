import { irsa } from '../../lib/model';
import type { Case } from './cases';
import { written } from './written';

const elsewhere = { environment: { store: { identity: irsa({ createServiceAccount: false }) } } };
const without = (draft: { serviceAccount: { metadata: { name: string } } }) => {
  draft.serviceAccount.metadata.name = 'somebody';
};

export const cases: Case[] = [
  ['a ServiceAccount beside it', written()],
  ['a ServiceAccount that something else makes', written(without, elsewhere)],
  ['a ServiceAccount that nothing makes', written(without), 'environments/shop/production.ts store.identity'],
];
