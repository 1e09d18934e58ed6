import { defineEnvironment, kubernetesAuth, vault } from 'keywright';
import { deparrowVault } from '../clusters';
import { catalogue } from './catalogue';

export const stagingVault = defineEnvironment(catalogue, {
  name: 'staging-vault',
  tier: 'staging',
  createNamespace: true,
  cluster: deparrowVault,
  backend: vault({ server: 'https://vault.example.com' }),
  store: {
    name: 'deparrow-secretstore',
    identity: kubernetesAuth({
      serviceAccount: 'deparrow-external-secrets-sa',
      role: { name: 'deparrow-secrets', policy: 'deparrow-secrets-policy' },
    }),
  },
});
