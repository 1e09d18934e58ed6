import { defineEnvironment, kubernetesAuth, vault } from 'keywright';
import { myHome } from '../clusters';
import { catalogue } from './catalogue';

export const home = defineEnvironment(catalogue, {
  name: 'home',
  tier: 'production',
  cluster: myHome,
  backend: vault({ server: 'https://vault.example.com:8200', mount: 'kvv2' }),
  store: { name: 'vault-secretstore', identity: kubernetesAuth({ serviceAccount: 'external-secrets-sa' }) },
});
