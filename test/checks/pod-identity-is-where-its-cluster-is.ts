import { podIdentity, secretsManager } from '../../lib/model';
import type { Case } from './cases';

const pods = (backend: object) => ({
  environment: { backend: secretsManager(backend), store: { identity: podIdentity() } },
});
const PLACE = 'environments/shop/production.ts store.identity.kind';

export const cases: Case[] = [
  ['entries where the cluster is', pods({})],
  ['entries of another account', pods({ account: '210987654321' }), PLACE],
  ['entries of another region', pods({ region: 'eu-west-2' }), PLACE],
];
