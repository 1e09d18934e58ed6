import { defineEnvironment, irsa, secretsManager } from 'keywright';
import { novaProduction } from '../clusters';
import { catalogue } from './catalogue';

export const production = defineEnvironment(catalogue, {
  name: 'production',
  cluster: novaProduction,
  backend: secretsManager(),
  store: {
    name: 'aws-secretsmanager',
    identity: irsa({ serviceAccount: 'nova-backend-sa', role: { name: 'nova-backend-secrets-role' } }),
  },
});
