import { kubernetesAuth, vault } from '../../lib/model';
import type { Case } from './cases';

const SERVER = 'https://vault.example.com';
const at = (auth: string, engine = 'secret') => ({
  environment: {
    backend: vault({ server: SERVER, mount: engine }),
    store: { identity: kubernetesAuth({ mount: auth }) },
  },
});

export const cases: Case[] = [
  ['names', at('kubernetes')],
  ['names of several steps', at('clusters/blue', 'teams/shop')],
  ['with auth/, as in k8s-myhome', at('auth/kubernetes'), 'environments/shop/production.ts store.identity.mount'],
  ['with a slash', at('kubernetes', '/secret/'), 'environments/shop/production.ts backend.mount'],
];
