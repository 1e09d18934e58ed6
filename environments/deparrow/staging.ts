import { defineEnvironment, irsa, secretsManager } from 'keywright';
import { deparrowStaging } from '../clusters';
import { catalogue } from './catalogue';

export const staging = defineEnvironment(catalogue, {
  name: 'staging',
  createNamespace: true,
  cluster: deparrowStaging,
  backend: secretsManager({ entryName: 'deparrow/{environment}/{entry}' }),
  store: { name: 'deparrow-secretstore', identity: irsa({ serviceAccount: 'deparrow-external-secrets-sa' }) },
});
