import { defineEnvironment, irsa, secretsManager } from 'keywright';
import { novaStaging } from '../clusters';
import { catalogue } from './catalogue';

export const staging = defineEnvironment(catalogue, {
  name: 'staging',
  cluster: novaStaging,
  backend: secretsManager(),
  store: {
    name: 'aws-secretsmanager',
    identity: irsa({ serviceAccount: 'nova-backend-sa', role: { name: 'nova-backend-secrets-role' } }),
  },
});
