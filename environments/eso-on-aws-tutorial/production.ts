import { defineEnvironment, irsa, secretsManager } from 'keywright';
import { tutorial } from '../clusters';
import { catalogue } from './catalogue';

export const production = defineEnvironment(catalogue, {
  name: 'production',
  cluster: tutorial,
  backend: secretsManager(),
  store: {
    name: 'aws-secret-store',
    identity: irsa({ serviceAccount: 'external-secrets-sa', role: { name: 'ExternalSecretsRole' } }),
  },
  entries: {
    example: { arn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:eso/example/secrets-Eq5llj' },
  },
});
